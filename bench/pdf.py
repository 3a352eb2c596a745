"""A hundred-page Arabic report: pages per second and peak memory, beside Typst and WeasyPrint in one run.

Run ``python bench/pdf.py`` (or ``--steps 20`` for a quick look). Each program gets the same synthetic text and its
own process; ours also reads the finished file back and compares every word, which the others do not.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from pathlib import Path

import pypdfium2

FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"
QUESTION = "ما قيل حرفياً؟"
ANSWER = (
    "قال المتصل إن رجالاً يعملون ليلاً ونهاراً في معمل الطابوق ولا أحد منهم يملك جوازه؛ القضية \u2066TIP-2026/0147\u2069، "
    "والهاتف \u2066+964 750 000 0147\u2069، وإن أحدهم يُدعى Rafiq. لا إكراه ظاهراً أثناء الاتصال، والأختام سليمة. "
) * 3
TITLE, PHASE = "تسجيل الإخبار كما ورد (نص مصطنع)", "التلقي والإخبار الأول"
PEERS = ("workbench", "typst", "weasyprint")


def workbench(steps: int) -> bytes:
    """The report as the program makes it, read back before it is released."""
    from workbench import reports
    from workbench.i18n import language
    from workbench.reports.dossier import Answer, Case, Dossier, Step

    now = datetime(2026, 11, 23, 17, 58, tzinfo=UTC)
    answers = tuple(Answer(f"{QUESTION} {n}", ANSWER) for n in range(4))
    dossier = Dossier(
        kind="case_report", document_id="TIP-2026/0147-R-001", language="ar_IQ", made_at=now, zone="Asia/Baghdad",
        made_by="سرمد", made_by_role="investigator", station="محطة التدريب", jurisdiction="federal", letterhead=(),
        training=True, case=Case("TIP-2026/0147", TITLE, "tip", now, "سرمد", "iq-tip", "0.1", "open"), people=(),
        exhibits=(), deviations=(), sources=(), log_size=1, log_head="0" * 64,
        steps=tuple(Step(f"T01.{n}", TITLE, PHASE, "done", now, "سرمد", "", answers) for n in range(steps)),
    )  # fmt: skip
    return reports.make(dossier, language("ar_IQ"))


def typst(steps: int) -> bytes:
    """The same text through Typst, as PDF/A-2u."""
    import typst as compiler

    row = "".join(f"[{QUESTION} {n}], [{ANSWER}], " for n in range(4))
    step = f"== T01 {TITLE}\n#table(columns: (36%, 64%), {row})\n"
    head = (
        '#set page(paper: "a4", margin: 2cm, numbering: "1 / 1")\n#set text(font: ("Noto Naskh Arabic", "Noto Sans"), '
        'size: 10.5pt, lang: "ar", dir: rtl)\n#set document(title: "bench")\n'
    )
    source = (head + step * steps).encode()
    return compiler.compile(source, font_paths=[str(FONTS)], pdf_standards=["a-2u"])


def weasyprint(steps: int) -> bytes:
    """The same text through WeasyPrint, as PDF/A-2u."""
    from weasyprint import HTML

    row = "".join(f"<tr><td>{QUESTION} {n}</td><td>{escape(ANSWER)}</td></tr>" for n in range(4))
    faces = "".join(
        f"@font-face{{font-family:{name};src:url('{(FONTS / file).as_uri()}')}}"
        for name, file in (("N", "NotoNaskhArabic-Regular.ttf"), ("S", "NotoSans-Regular.ttf"))
    )
    style = (
        f"{faces}@page{{size:A4;margin:2cm;@bottom-left{{content:counter(page) ' / ' counter(pages)}}}}"
        "body{font:10.5pt/17pt N,S}td:first-child{width:36%}"
        "table{width:100%;border-collapse:collapse}td{border:.4pt solid}"
    )
    step = f"<h2>T01 {TITLE}</h2><table>{row}</table>"
    head = f"<head><title>bench</title><style>{style}</style></head>"
    return HTML(string=f"<html lang=ar dir=rtl>{head}<body>{step * steps}</body></html>").write_pdf(
        pdf_variant="pdf/a-2u"
    )


def one(peer: str, steps: int) -> dict[str, float]:
    """What one program needed, measured inside its own process."""
    makers = {"workbench": workbench, "typst": typst, "weasyprint": weasyprint}
    makers[peer](1)  # imports and fonts are paid once, not per report
    started = time.perf_counter()
    pdf = makers[peer](steps)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pages = len(pypdfium2.PdfDocument(BytesIO(pdf)))
    return {"pages": pages, "seconds": seconds, "peak_mib": peak, "bytes": len(pdf)}


def main() -> None:
    """Measure every program in turn and print the figures."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--steps", type=int, default=100, help="steps in the report; 100 give about 100 pages")
    words.add_argument("--one", choices=PEERS, help=argparse.SUPPRESS)
    given = words.parse_args()
    if given.one:
        print(json.dumps(one(given.one, given.steps)))
        return
    print(f"{'program':<12}{'pages':>7}{'seconds':>9}{'pages/s':>9}{'peak MiB':>10}{'KiB':>8}")
    for peer in PEERS:
        command = [sys.executable, __file__, "--one", peer, "--steps", str(given.steps)]
        run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        if run.returncode:
            print(f"{peer:<12} not measured: {run.stderr.strip().splitlines()[-1]}")
            continue
        got = json.loads(run.stdout)
        print(
            f"{peer:<12}{got['pages']:>7}{got['seconds']:>9.2f}{got['pages'] / got['seconds']:>9.1f}"
            f"{got['peak_mib']:>10.0f}{got['bytes'] / 1024:>8.0f}"
        )


if __name__ == "__main__":
    main()
