"""Key files: the private key of an authority under its passphrase, the public one as a line that can be read out.

Private: PKCS #8 in PEM, as ``openssl pkey`` reads it. It is put together here because the library would spend
2,048 rounds of PBKDF2 on a guess, where scrypt makes it cost memory as well. Public (``*.wbkey``): one line with
the key in base64url, its fingerprint and the name of the authority.
"""

import base64
import re
import secrets
import textwrap
import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from workbench.i18n import visible
from workbench.security.passphrase import written
from workbench.security.signing import PUBLIC_BYTES, PrivateKey, fingerprint

NAME_LIMIT, FILE_LIMIT = 120, 16 * 1024
# Costs a guess 16 MiB five times over; more memory than this the openssl tools do not grant.
_N, _R, _P = 2**14, 8, 5
_SALT, _BLOCK, _KEY = 16, 16, 32
# RFC 8018 (PBES2), RFC 7914 (scrypt), NIST (AES-256-CBC).
_PBES2, _SCRYPT, _AES256_CBC = "2a864886f70d01050d", "2b06010401da47040b", "60864801650304012a"
_OCTETS, _INTEGER, _OID, _SEQUENCE = 0x04, 0x02, 0x06, 0x30
_LINE = re.compile(r"workbench-key 1 ([\w-]{43}) ((?:[0-9a-f]{4} ){7}[0-9a-f]{4}) (\S.*)", re.ASCII)


class NoKey(Exception):
    """The bytes are not a key of this kind, or the passphrase is not right."""


@dataclass(frozen=True, slots=True)
class Authority:
    """Somebody who signs: the name they give themselves, and their public key."""

    name: str
    public: bytes

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.public)


def private_pem(private: PrivateKey, passphrase: str) -> bytes:
    """The private key in PEM, encrypted under a passphrase."""
    plain = private.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    body = textwrap.wrap(base64.b64encode(_sealed(plain, passphrase)).decode(), 64)
    lines = ("-----BEGIN ENCRYPTED PRIVATE KEY-----", *body, "-----END ENCRYPTED PRIVATE KEY-----", "")
    return "\n".join(lines).encode()


def private_from(pem: bytes, passphrase: str) -> PrivateKey:
    """The private key in a PEM file. Raises ``NoKey``, also for a key that lies open or is of another kind."""
    try:
        key = serialization.load_pem_private_key(pem, written(passphrase).encode())
    except (ValueError, TypeError, MemoryError):
        raise NoKey from None
    if not isinstance(key, PrivateKey):
        raise NoKey
    return key


def public_line(authority: Authority) -> str:
    """The line that a ``*.wbkey`` file holds. Raises ``ValueError`` for a name that could hide or be hidden."""
    name = unicodedata.normalize("NFC", authority.name)
    if not name.strip() or name != name.strip() or len(name) > NAME_LIMIT or visible(name) != name:
        raise ValueError("name")
    return f"workbench-key 1 {text_of(authority.public)} {authority.fingerprint} {name}\n"


def public_from(content: bytes) -> Authority:
    """The authority in a ``*.wbkey`` file. Raises ``NoKey`` if anything in it does not fit."""
    try:
        # Editors on Windows put a mark before the text and a line end of their own behind it.
        found = _LINE.fullmatch(content.decode("utf-8-sig").strip("\r\n"))
        if found is None:
            raise NoKey
        authority = Authority(found[3], bytes_of(found[1], PUBLIC_BYTES))
        public_line(authority)
    except ValueError:
        raise NoKey from None
    if authority.fingerprint != found[2]:
        raise NoKey
    return authority


def text_of(content: bytes) -> str:
    """The bytes in base64url without padding (RFC 4648, section 5)."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def bytes_of(text: str, length: int) -> bytes:
    """The bytes that ``text_of`` wrote. Raises ``ValueError`` for any other spelling or length."""
    content = base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
    if len(content) != length or text_of(content) != text:
        raise ValueError("base64url")
    return content


def _sealed(plain: bytes, passphrase: str) -> bytes:
    """EncryptedPrivateKeyInfo (RFC 5958) in DER: how the passphrase becomes a key, and what that key closed."""
    salt, start = secrets.token_bytes(_SALT), secrets.token_bytes(_BLOCK)
    key = Scrypt(salt, _KEY, _N, _R, _P).derive(written(passphrase).encode())
    padding = _BLOCK - len(plain) % _BLOCK
    encryptor = Cipher(AES(key), CBC(start)).encryptor()
    sealed = encryptor.update(plain + bytes([padding]) * padding) + encryptor.finalize()
    cost = (_der(_INTEGER, number.to_bytes(number.bit_length() // 8 + 1, "big")) for number in (_N, _R, _P))
    stretch = _der(_SEQUENCE, _oid(_SCRYPT), _der(_SEQUENCE, _der(_OCTETS, salt), *cost))
    cipher = _der(_SEQUENCE, _oid(_AES256_CBC), _der(_OCTETS, start))
    scheme = _der(_SEQUENCE, _oid(_PBES2), _der(_SEQUENCE, stretch, cipher))
    return _der(_SEQUENCE, scheme, _der(_OCTETS, sealed))


def _der(tag: int, *parts: bytes) -> bytes:
    """One value of ASN.1 in DER; nothing here is longer than 255 bytes."""
    body = b"".join(parts)
    return bytes([tag, len(body)] if len(body) < 128 else [tag, 0x81, len(body)]) + body


def _oid(numbers: str) -> bytes:
    return _der(_OID, bytes.fromhex(numbers))
