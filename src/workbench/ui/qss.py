"""The style sheet, generated from the tokens: one per theme, script and text size.

A style sheet's left and right do not mirror, so every padding here is the same on both sides.
"""

from collections.abc import Mapping

from workbench.ui.fonts import ARABIC, LATIN, MONO, size_of
from workbench.ui.tokens import TYPE

_SHEET = """
QWidget {{ color: {text}; }}
QMainWindow, QDialog, QWidget[ground="canvas"], QStackedWidget {{ background: {canvas}; }}
QWidget[ground="surface"] {{ background: {surface}; }}
QWidget[ground="sunken"] {{ background: {sunken}; }}
QWidget[ground="rail"] {{ background: {rail}; }}
QFrame[card="true"] {{ background: {surface}; border: 1px solid {border}; border-radius: 8px; }}
QFrame[card="dashed"] {{ background: {surface}; border: 1px dashed {border2}; border-radius: 8px; }}
QFrame[card="group"] {{ background: {canvas}; border: 1px solid {border}; border-radius: 6px; }}
QFrame[rule="true"] {{ background: {border}; border: none; }}
QFrame[bar="header"] {{ background: {surface}; border: none; border-bottom: 1px solid {border}; }}
QFrame[bar="footer"] {{ background: {surface}; border: none; border-top: 1px solid {border};
    border-bottom-left-radius: 8px; border-bottom-right-radius: 8px; }}
QFrame[bar="status"] {{ background: {surface}; border: none; border-top: 1px solid {border}; }}
QFrame[bar="group"] {{ background: {canvas}; border: none; border-top: 1px solid {border};
    border-bottom: 1px solid {border}; }}
QFrame[bar="line"] {{ border: none; border-bottom: 1px solid {border}; background: transparent; }}
QScrollArea, QScrollArea > QWidget > QWidget[plain="true"] {{ background: transparent; border: none; }}
QLabel {{ background: transparent; border: none; }}
QLabel[tone="2"] {{ color: {text2}; }}
QLabel[tone="3"] {{ color: {text3}; }}
QLabel[tone="section"] {{ color: {accentText}; font-weight: 700; }}
QLabel[tone="late"] {{ color: {dangerText}; }}
QLabel[tone="warn"] {{ color: {warnText}; }}
QLabel[tone="warnmark"] {{ color: {warnMark}; }}
QLabel[tone="ok"] {{ color: {okText}; }}
QLabel[tone="info"] {{ color: {infoText}; }}
QLabel[tone="solid"] {{ color: {onSolid}; }}
QLabel[tone="rail"] {{ color: {railText}; }}
{styles}
QLabel[face="mono"] {{ font-family: {mono}; }}
QPushButton, QToolButton[kind] {{ background: {surface}; color: {text}; border: 1px solid {border2};
    border-radius: 6px; padding: 0px 13px; min-height: {h32}px; font-weight: 700; }}
QPushButton:hover, QToolButton[kind]:hover {{ background: {sunken}; }}
QPushButton:pressed {{ background: {accentTint}; }}
QPushButton:focus, QToolButton[kind]:focus {{ border: 2px solid {focus}; padding: 0px 12px; min-height: {h30}px; }}
QPushButton:disabled {{ color: {disabled}; background: {canvas}; border-color: {border}; }}
QPushButton[kind="primary"] {{ background: {accent}; color: {onAccent}; border: 1px solid {accent}; }}
QPushButton[kind="primary"]:hover {{ background: {accentHover}; border-color: {accentHover}; }}
QPushButton[kind="primary"]:pressed {{ background: {accentPress}; border-color: {accentPress}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {focus}; }}
QPushButton[kind="primary"]:disabled {{ background: {canvas}; color: {disabled}; border-color: {border}; }}
QPushButton[kind="quiet"] {{ background: transparent; color: {accentText}; border: 1px solid transparent;
    padding: 0px 7px; }}
QPushButton[kind="quiet"]:hover {{ background: {accentTint}; }}
QPushButton[kind="quiet"]:focus {{ border: 2px solid {focus}; padding: 0px 6px; }}
QPushButton[kind="quiet"]:disabled {{ color: {disabled}; }}
QPushButton[kind="small"] {{ min-height: {h28}px; padding: 0px 10px; }}
QPushButton[kind="small"]:focus {{ min-height: {h26}px; padding: 0px 9px; }}
QPushButton[kind="chip"] {{ min-height: {h20}px; padding: 0px 7px; border-radius: 4px; font-size: {label};
    font-weight: 400; color: {text2}; }}
QPushButton[kind="chip"]:focus {{ min-height: {h18}px; padding: 0px 6px; }}
QPushButton[kind="chip"]:checked {{ background: {accentTint}; color: {accentText}; font-weight: 700;
    border-color: {accentTint}; }}
QPushButton[kind="band"] {{ background: transparent; color: {onSolid}; border: 1px solid {onSolid};
    min-height: {h20}px; border-radius: 5px; padding: 0px 10px; font-weight: 400; }}
QPushButton[kind="band"]:hover {{ background: rgba(255, 255, 255, 40); }}
QPushButton[kind="band"]:focus {{ border: 2px solid {onSolid}; padding: 0px 9px; min-height: {h18}px; }}
QPushButton[kind="alert"], QPushButton[kind="row"] {{ text-align: center; }}
QPushButton[kind="segment"] {{ border-radius: 0px; padding: 0px 9px; border-color: {border2};
    font-weight: 400; color: {text2}; }}
QPushButton[kind="segment"]:focus {{ padding: 0px 8px; }}
QPushButton[kind="segment"]:checked {{ background: {accent}; color: {onAccent}; font-weight: 700;
    border-color: {accent}; }}
QPushButton[kind="segment"][edge="left"] {{ border-top-left-radius: 6px; border-bottom-left-radius: 6px; }}
QPushButton[kind="segment"][edge="right"] {{ border-top-right-radius: 6px; border-bottom-right-radius: 6px; }}
QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px; }}
QToolButton:hover {{ background: {sunken}; }}
QToolButton:focus {{ border: 2px solid {focus}; padding: 3px; }}
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {{ background: {surface}; color: {text};
    border: 1px solid {border2}; border-radius: 5px; padding: 0px 9px; selection-background-color: {accent};
    selection-color: {onAccent}; placeholder-text-color: {text3}; }}
QLineEdit, QComboBox, QSpinBox {{ min-height: {h30}px; }}
QLineEdit[size="large"] {{ min-height: {h38}px; }}
QLineEdit[size="large"]:focus {{ min-height: {h36}px; }}
QPushButton[size="large"] {{ min-height: {h40}px; }}
QPushButton[size="large"]:focus {{ min-height: {h38}px; }}
QPlainTextEdit, QTextEdit {{ padding: 3px 5px; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus {{ border: 2px solid {focus}; padding: 0px 8px;
    min-height: {h28}px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {focus}; padding: 2px 4px; }}
QLineEdit[state="error"], QComboBox[state="error"] {{ border: 2px solid {dangerText}; padding: 0px 8px;
    min-height: {h28}px; }}
QPlainTextEdit[state="error"] {{ border: 2px solid {dangerText}; padding: 2px 4px; }}
QLineEdit[readOnly="true"] {{ background: {canvas}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ background: {canvas}; color: {disabled}; }}
QWidget[kept="true"] QLineEdit, QWidget[kept="true"] QPlainTextEdit, QWidget[kept="true"] QComboBox {{
    color: {text2}; background: {canvas}; border-color: {border}; }}
QComboBox::drop-down {{ border: none; width: 26px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {surface}; border: 1px solid {border2}; outline: none;
    selection-background-color: {accentTint}; selection-color: {text}; padding: 2px; }}
QComboBox QAbstractItemView::item {{ min-height: {h28}px; padding: 0px 6px; }}
QListView, QTreeView, QTableView {{ background: {surface}; border: none; outline: none;
    selection-background-color: {accentTint}; selection-color: {text}; alternate-background-color: {surface}; }}
QTableView {{ gridline-color: {border}; border-bottom-left-radius: 8px; border-bottom-right-radius: 8px; }}
QHeaderView {{ background: {canvas}; border: none; }}
QHeaderView::section {{ background: {canvas}; color: {text2}; border: none; border-top: 1px solid {border};
    border-bottom: 1px solid {border}; padding: 0px 10px; min-height: {h32}px; font-size: {label}; }}
QMenu {{ background: {surface}; border: 1px solid {border}; padding: 4px; }}
QMenu::item {{ padding: 6px 16px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accentTint}; color: {text}; }}
QProgressBar {{ background: {sunken}; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QProgressBar[tone="warn"]::chunk {{ background: {warnMark}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
QScrollBar::handle {{ background: {handle}; border-radius: 3px; min-height: 28px; min-width: 28px; }}
QScrollBar::handle:hover {{ background: {border2}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none;
    border: none; width: 0px; height: 0px; }}
QStatusBar {{ background: {surface}; border-top: 1px solid {border}; }}
QStatusBar::item {{ border: none; }}
QCalendarWidget QWidget {{ background: {surface}; alternate-background-color: {canvas}; }}
"""


def _styles(rtl: bool, scale: float) -> str:
    """One rule per type style, for labels that carry it as a property."""
    return "\n".join(
        f'QLabel[type="{style}"] {{ font-size: {round(size_of(style, rtl, scale))}px;'
        f" font-weight: {700 if bold else 400}; }}"
        for style, (_, _, bold) in TYPE.items()
    )


def sheet(colours: Mapping[str, str], *, rtl: bool, scale: float) -> str:
    """The style sheet for these colours, this script and this scale of text."""
    heights = {f"h{n}": str(round(n * scale)) for n in (18, 20, 26, 28, 30, 32, 36, 38, 40)}
    order = (MONO, ARABIC, LATIN) if rtl else (MONO, LATIN, ARABIC)
    return _SHEET.format(
        **colours,
        **heights,
        styles=_styles(rtl, scale),
        handle=colours["disabled"],
        mono=", ".join(f'"{name}"' for name in order),
        label=f"{round(size_of('label', rtl, scale))}px",
    )
