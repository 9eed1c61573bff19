from pathlib import Path

import pytest

from psephos.errors import UsageError
from psephos.read.atoms.inputs import from_bytes, from_html, load


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n ", "is empty"),
        (b"\x00\x01\x02\xff" * 50, "is binary"),
        ("café voted".encode("latin-1"), "not UTF-8"),
        (bytes(range(1, 9)) * 40, "is binary"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(content: bytes, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        from_bytes(content, "report")


def test_a_missing_file_is_refused() -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        load("no such file")


def test_html_keeps_its_places() -> None:
    page = "<article><h1>A</h1><script>China voted against</script><p>Ten &amp; two</p></article>"
    source = from_html(page)
    start = source.text.index("two")
    assert page[slice(*source.place(start, start + 3))] == "two"
    assert "China" not in source.text


def test_only_the_main_part_of_a_page_is_read() -> None:
    source = from_html("<html><body><nav>Russia vetoed</nav><article>China abstained</article></body></html>")
    assert source.text.split() == ["China", "abstained"]


def test_a_pdf_is_read_by_its_text_layer(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    path = tmp_path / "empty.pdf"
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(path)
    with pytest.raises(UsageError, match="without a text layer"):
        load(path)


def test_the_words_of_a_pdf_are_read(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    path = tmp_path / "report.pdf"
    path.write_bytes(_pdf("The Security Council on 25 October 2023: China voted against."))
    assert "China voted against" in load(path).text


def _pdf(words: str) -> bytes:
    """A PDF of one page with these words."""
    stream = f"BT /F1 12 Tf 50 700 Td ({words}) Tj ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 6\n0000000000 65535 f \n"
    tail = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(content)
    return content + head + table + tail


def test_the_cells_of_a_table_stay_apart_and_its_rows_too() -> None:
    source = from_html("<table><tr><th>Member</th><th>Vote</th></tr><tr><td>China</td><td>No</td></tr></table>")
    lines = ["".join(line.split()) for line in source.text.splitlines() if line.strip()]
    assert lines == ["Member|Vote|", "China|No|"]
