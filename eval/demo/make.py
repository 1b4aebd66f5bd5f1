"""Make the demo corpus: `python -m eval.demo.make OUT_DIR`. The files in `eval/demo/corpus` were made by this script."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from eval.demo import office, pdf, plain
from eval.demo.markup import Element, elements

SOURCES = Path(__file__).parent / "sources"
CORPUS = Path(__file__).parent / "corpus"
QUESTIONS = Path(__file__).parent / "questions.jsonl"


def _from_markup(write: Callable[[Path, list[Element]], None]) -> Callable[[Path, Path], None]:
    return lambda path, source: write(path, list(elements(source.read_text(encoding="utf-8"))))


def _slides(path: Path, source: Path) -> None:
    pdf.write_slides(path, json.loads(source.read_text(encoding="utf-8")))


FILES: dict[str, tuple[str, Callable[[Path, Path], None]]] = {
    "01_referat_samarbejdsforum_2026-02-11.pdf": ("forum_2026-02-11.txt", _from_markup(pdf.write_minutes)),
    "02_referat_samarbejdsforum_2026-04-22.pdf": ("forum_2026-04-22.txt", _from_markup(pdf.write_minutes)),
    "03_referat_samarbejdsforum_2026-06-17.pdf": ("forum_2026-06-17.txt", _from_markup(pdf.write_minutes)),
    "04_referat_udvalget_2026-03-04.pdf": ("udvalg_2026-03-04.txt", _from_markup(pdf.write_minutes)),
    "05_referat_udvalget_2026-05-06.pdf": ("udvalg_2026-05-06.txt", _from_markup(pdf.write_minutes)),
    "06_statusmoede_opgaveflytning_2026-06-03.pdf": ("slides_2026-06-03.json", _slides),
    "07_samarbejdsaftale_doegnpladser.docx": ("agreement_2026-04-01.txt", _from_markup(office.write_word)),
    "08_oplaeg_digital_understoettelse.pptx": ("digital_2026-05-20.txt", _from_markup(office.write_powerpoint)),
    "09_spoergsmaal_og_svar.html": ("questions_and_answers.html", plain.write_page),
    "10_arkivsamling_2019.txt": ("archive_2019.txt", plain.write_archive),
    "11_vedtaegt_samarbejdsforum.txt": ("statutes_2025.txt", plain.write_spaced),
    "12_mail_opfoelgning_2026-06-24.eml": ("mail_2026-06-24.txt", plain.write_mail),
}


def make(directory: Path) -> list[Path]:
    """Write every file of the demo corpus into the directory, in order, and give their paths."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, (source, write) in FILES.items():
        write(directory / name, SOURCES / source)
    return [directory / name for name in FILES]


def main(arguments: list[str]) -> int:
    """Make the corpus in the folder named on the command line."""
    if len(arguments) != 1:
        print("usage: python -m eval.demo.make OUT_DIR", file=sys.stderr)
        return 2
    for path in make(Path(arguments[0])):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
