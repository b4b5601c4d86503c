"""Strings people are not called, and one day are: markup, marks of menus, other directions, what draws nothing.

Public: ``markup(file, address)`` (payloads that would read ``file`` or ask at ``address``) and ``NAUGHTY``.
Each holds ``MARK``, so that it is found again wherever it is shown.
"""

from __future__ import annotations

from itertools import product

MARK = "Qzx"
"""Two letters no word of ours begins with."""

_SIGNS = (
    "&", "&&", "_", "__", "%", "%n", "%1", "%s", "{}", "{name}", "{0}", "\\", "\\n", "\\0", "'", '"', "`",
    "''", '""', "<",
    ">", "</", "<>", "<!--", "-->", "]]>", "&amp;", "&lt;", "&#60;", "[*]", "[", "](", "#", "# ", "*", "**",
    "- [ ] ", "|",
    "~", "^", "=", "+", "-", "@", "=1+1", "--", ";", "; DROP TABLE person; --", "null", "None", "NaN",
    "undefined", "true", "0",
    "../", "..\\", "/", "C:\\", "CON", "~root", "$HOME", "$(id)", "${x}", "\t", "\n", "\r\n", "\x00", "\x07",
    "\x1b[31m", "\x7f",
    "\u0085", "\u00a0", "\u00ad", "\u200b", "\u200d", "\u200e", "\u200f", "\u2028", "\u2029", "\u202a",
    "\u202b", "\u202c",
    "\u202d", "\u202e", "\u2060", "\u2066", "\u2067", "\u2068", "\u2069", "\ufeff", "\ufffd", "\uffff",
    "\ue000", "\U000e0001",
    "\U0001f469\u200d\u2695\ufe0f", "\U0001f1e8\U0001f1ed", "\U0001f44d\U0001f3ff",
    "e" + "\u0301" * 40, "\u0489", "\ufdfd",
    "\u05d3\u05e0\u05d4", "\u0641\u0627\u0637\u0645\u0647", "\u674e\u5c0f\u9f8d", "\u0e17\u0e35\u0e48",
    "\u0915\u094d\u0937",
    "\u0130\u0131", "\u1e9e\u00df", "\ufb03", "\U0001d400", "\U00020000",
)  # fmt: skip
_WAYS = ("{sign}{mark}", "{mark}{sign}", "{mark} {sign} {mark}", "{sign}{sign}{mark}{sign}", "{mark}{sign}Okafor")

NAUGHTY = tuple(way.format(sign=sign, mark=MARK) for sign, way in product(_SIGNS, _WAYS))


def markup(file: str, address: str) -> tuple[str, ...]:
    """Names that ask for a file of the machine or for something from elsewhere, where they are taken for markup."""
    return tuple(
        made + MARK
        for made in (
            f"<img src='{file}'>", f"<img src={address}>", f"<b>bold</b><img src=\"{file}\">",
            f"<a href='{file}'>here</a>",
            f"<link rel=stylesheet href={address}>", f"<style>@import url({address});</style>",
            f"<script src={address}></script>",
            f"<body background='{file}'>", f"<table background='{file}'><tr><td>", f"<iframe src={address}></iframe>",
            f"<object data='{file}'></object>", f"<svg><image href='{file}'/></svg>",
            f"<p style=\"background:url('{file}')\">",
            f"<meta http-equiv=refresh content='0;url={address}'>", f"![x]({file})", f"![x]({address})",
            f"[x](<{file}>)", f"[x](https://a.example \"<img src='{file}'>\")",
            f"<qt><img src='{file}'></qt>", f"<!DOCTYPE html><img src='{address}'>",
            f"Tom & Ann <br><img src='{file}'/>",
        )
    )  # fmt: skip
