"""Inputs: plain text, Markdown, HTML and PDF, each as text whose places point back into what was given.

HTML and Markdown keep their length: tags, scripts and link targets become blanks, so that places stay those of the
original; only character references make the text shorter, and `offsets` maps back. A PDF has no text to point into but
its own text layer, which is what `original` then holds.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from pathlib import Path

from psephos.errors import UsageError

__all__ = ["Source", "from_bytes", "from_html", "from_markdown", "load"]

_SKIPPED = re.compile(r"<(script|style|head|nav|footer|noscript|svg|template)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>|<![^<>]*>|<\?[^<>]*\?>")
_BLOCK = re.compile(
    r"p|div|h[1-6]|ul|ol|table|tr|section|article|blockquote|header|main|br|dl|dt|dd|figure|figcaption|td|th|li",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_LINK = re.compile(r"(?<=\])\([^()\s]+(?:\s\"[^\"]*\")?\)")
_MAIN = re.compile(r"<(article|main)\b.*</\1\s*>", re.IGNORECASE | re.DOTALL)
_LOOKS_HTML = re.compile(r"\s*(?:<!doctype html|<html\b|<article\b|<body\b)", re.IGNORECASE)
_BINARY_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Source:
    """An input: its name, the text that is read, and the original that places point into.

    Examples:
        >>> source = from_html("<p>Ten &amp; two</p>")
        >>> source.text.strip(), source.place(3, 5)
        ('Ten & two', (3, 5))
    """

    file: str
    text: str = field(repr=False)
    original: str = field(repr=False)
    offsets: tuple[int, ...] | None = field(default=None, repr=False)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """A place of the text as a place of the original."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1 if end > start else self.offsets[start]


def load(path: str | Path) -> Source:
    """Read a file as text.

    Raises:
        UsageError: it cannot be read, is empty, is not UTF-8, or holds no text.
    """
    place = Path(path)
    try:
        content = place.read_bytes()
    except OSError as error:
        raise UsageError(f"{place} cannot be read: {error.strerror}; check the path") from None
    return from_bytes(content, str(path))


def from_bytes(content: bytes, file: str) -> Source:
    """Bytes as an input, by what they are: PDF, HTML, Markdown or plain text.

    Raises:
        UsageError: empty, binary, or not UTF-8; the message says which and what to do.

    Examples:
        >>> from_bytes(b"The Council voted.", "report.txt").text
        'The Council voted.'
    """
    if not content.strip():
        raise UsageError(f"{file} is empty; give a report to read")
    if content.startswith(b"%PDF"):
        return _from_pdf(content, file)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        kind = "is binary" if b"\0" in content[:4096] else f"is not UTF-8 (byte {error.start})"
        raise UsageError(f"{file} {kind}; give text, Markdown, HTML or PDF, in UTF-8") from None
    if sum(not (c.isprintable() or c in "\n\r\t\f\u2028") for c in text[:4096]) > _BINARY_SHARE * min(len(text), 4096):
        raise UsageError(f"{file} is binary; give text, Markdown, HTML or PDF, in UTF-8")
    text = text.replace("\ufeff", " ", 1) if text.startswith("\ufeff") else text
    if file.endswith((".html", ".htm", ".xhtml")) or _LOOKS_HTML.match(text):
        return from_html(text, file)
    return from_markdown(text, file) if file.endswith((".md", ".markdown")) else Source(file, text, text)


def from_markdown(text: str, file: str = "") -> Source:
    """Markdown, with the targets of links blanked out.

    Examples:
        >>> from_markdown("[China](https://x.org/a-b) abstained").text
        '[China]                    abstained'
    """
    return Source(file, _LINK.sub(lambda match: " " * len(match.group()), text), text)


def from_html(text: str, file: str = "") -> Source:
    """HTML: its main text, blanks in place of tags, character references resolved.

    Examples:
        >>> from_html("<p>China</p><script>x</script>").text.split()
        ['China']
    """
    masked = text
    for pattern in (_COMMENT, _SKIPPED):
        masked = pattern.sub(lambda match: _blank(match.group(), "\n\n"), masked)
    main = _MAIN.search(masked)
    if main:
        masked = _blank(masked[: main.start()], "\n\n") + main.group() + _blank(masked[main.end() :], "\n\n")
    masked = _TAG.sub(_tag, masked)
    if not _REFERENCE.search(masked):
        return Source(file, masked, text)
    return _resolved(masked, text, file)


def _tag(match: re.Match[str]) -> str:
    """A tag as blanks; one that begins or ends a block breaks the line as well."""
    name = match.group(1) or ""
    if not _BLOCK.fullmatch(name):
        return _blank(match.group(), " ")
    closing = match.group().startswith("</")
    if name.lower() in {"td", "th"}:
        return _blank(match.group(), "|" if closing else " ")
    item = name.lower() in {"li", "tr", "br"}
    return (
        _blank(match.group(), "\n" if item else "\n\n")
        if closing or not item or name.lower() == "br"
        else _blank(match.group(), "\n")
    )


def _blank(text: str, lead: str) -> str:
    """Blanks of the same length, beginning with `lead`."""
    return (lead + " " * len(text))[: len(text)]


def _resolved(masked: str, original: str, file: str) -> Source:
    """The text with character references resolved, and where each of its characters stood."""
    parts: list[str] = []
    offsets: list[int] = []
    here = 0
    for match in _REFERENCE.finditer(masked):
        parts.append(masked[here : match.start()])
        offsets.extend(range(here, match.start()))
        character = html.unescape(match.group()).replace("\u00a0", " ")
        parts.append(character)
        offsets.extend([match.start()] * (len(character) - 1))
        offsets.append(match.end() - 1 if len(character) > 1 else match.start())
        here = match.end()
    parts.append(masked[here:])
    offsets.extend(range(here, len(masked)))
    return Source(file, "".join(parts), original, tuple(offsets))


def _from_pdf(content: bytes, file: str) -> Source:
    """The text layer of a PDF, page by page."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        raise UsageError(f"{file} is a PDF; install the extra that reads it: pip install 'psephos[pdf]'") from None
    from io import BytesIO

    try:
        pages = [page.extract_text() for page in PdfReader(BytesIO(content)).pages]
    except (PyPdfError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{file} is a PDF that cannot be read ({error}); convert it to text") from None
    text = "\n\n".join(pages)
    if not text.strip():
        raise UsageError(f"{file} is a PDF without a text layer; run text recognition on it first")
    return Source(file, text, text)
