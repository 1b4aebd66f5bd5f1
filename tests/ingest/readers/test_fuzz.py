"""Every reader of packages under damage and bombs: `UnreadableDocument` kinds or pages, nothing else."""

from __future__ import annotations

import gc
import io
import zipfile
from functools import cache
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odf import opendocument
from odf import text as odf_text

from ingest.errors import UnreadableDocument
from ingest.limits import Limits
from ingest.protocols import Reader
from ingest.readers.docx import DocxReader
from ingest.readers.odt import OdtReader
from ingest.readers.pptx import PptxReader
from ingest.readers.xlsx import XlsxReader

READERS: dict[str, Reader] = {"docx": DocxReader(), "pptx": PptxReader(), "xlsx": XlsxReader(), "odt": OdtReader()}


@cache
def sound(suffix: str) -> bytes:
    """A small sound file of each format."""
    file = io.BytesIO()
    if suffix == "docx":
        document = docx.Document()
        document.add_heading("Punkt 1", 1)
        document.add_table(rows=2, cols=2).cell(0, 0).text = "Opgave"
        document.save(file)
    elif suffix == "pptx":
        show = pptx.Presentation()
        show.slides.add_slide(show.slide_layouts[0]).shapes.title.text = "Status"
        show.save(file)
    elif suffix == "xlsx":
        book = openpyxl.Workbook()
        book.worksheets[0].append(["Post", "Beløb"])
        book.save(file)
    else:
        text = opendocument.OpenDocumentText()
        text.text.addElement(odf_text.P(text="Et afsnit"))
        text.save(file)
    return file.getvalue()


@pytest.mark.filterwarnings("ignore::UserWarning")  # zipfile and openpyxl tell of what is broken in a file
@pytest.mark.parametrize("suffix", READERS)
@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_part_is_unreadable_or_read(suffix: str, data: st.DataObject, tmp_path: Path) -> None:
    """One part of the package gets some bytes overwritten, is cut, or is lost."""
    source = zipfile.ZipFile(io.BytesIO(sound(suffix)))
    names = [name for name in source.namelist() if name.endswith((".xml", ".rels"))]
    victim = data.draw(st.sampled_from(names))
    content = source.read(victim)
    place = data.draw(st.integers(0, max(0, len(content) - 1)))
    rubbish = data.draw(st.sampled_from([b"", b"\x00\x00", b"<", b"</x>", b"&y;", b'"', b"99999999999", "æ".encode("utf-16")]))
    cut = data.draw(st.booleans())
    path = tmp_path / f"a.{suffix}"
    with zipfile.ZipFile(path, "w") as package:
        for name in source.namelist():
            damaged = content[:place] + rubbish + (b"" if cut else content[place + len(rubbish) :])
            if name != victim or rubbish:
                package.writestr(name, damaged if name == victim else source.read(name))
    try:
        READERS[suffix].read(path, Limits())
    except UnreadableDocument:
        return


@pytest.mark.filterwarnings("ignore::UserWarning")  # openpyxl tells of what is broken in a file
@pytest.mark.parametrize("suffix", READERS)
def test_a_file_that_cannot_be_read_is_closed(suffix: str, tmp_path: Path) -> None:
    """The libraries leave a package open when one of its parts fails them; a long build would run out of files."""
    source = zipfile.ZipFile(io.BytesIO(sound(suffix)))
    kept: list[UnreadableDocument] = []  # as a log or a report keeps them, and with them what their frames hold
    for number, victim in enumerate(source.namelist()):
        path = tmp_path / f"{number}.{suffix}"
        with zipfile.ZipFile(path, "w") as package:
            for name in source.namelist():
                package.writestr(name, b"<" if name == victim else source.read(name))
        try:
            READERS[suffix].read(path, Limits())
        except UnreadableDocument as error:
            kept.append(error)
    still_open = [thing for thing in gc.get_objects() if type(thing) is io.FileIO and not thing.closed]
    assert kept
    assert [file.name for file in still_open if str(file.name).startswith(str(tmp_path))] == []


def test_a_word_document_nested_a_thousand_deep_is_refused(tmp_path: Path) -> None:
    """The XML parser stops at its own depth; the walk is not recursive either."""
    document = docx.Document()
    document.add_paragraph("Bund")
    document.save(str(tmp_path / "a.docx"))
    deep = "<w:sdt><w:sdtContent>" * 1000 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 1000
    with zipfile.ZipFile(tmp_path / "a.docx") as source, zipfile.ZipFile(tmp_path / "b.docx", "w") as package:
        for name in source.namelist():
            content = source.read(name)
            package.writestr(
                name, content.replace(b"<w:body>", b"<w:body>" + deep.encode()) if name == "word/document.xml" else content
            )
    with pytest.raises(UnreadableDocument, match="nested too deeply"):
        DocxReader().read(tmp_path / "b.docx", Limits())


def test_tables_in_tables_are_read_as_text_of_their_cell(tmp_path: Path) -> None:
    """Twenty deep is enough to see that nothing recurses or repeats."""
    document = docx.Document()
    inner = "<w:p><w:r><w:t>dybt</w:t></w:r></w:p>"
    for _ in range(20):
        inner = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc><w:tc><w:p><w:r><w:t>ved</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    document.element.body.insert(0, parse_xml(inner.replace("<w:tbl>", f"<w:tbl {nsdecls('w')}>", 1)))
    document.save(str(tmp_path / "a.docx"))
    (page,) = DocxReader().read(tmp_path / "a.docx", Limits()).pages
    assert sum(part.text.count("dybt") for part in page.content) == 1
