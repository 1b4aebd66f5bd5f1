"""Groups of cases with cases below them, colleagues by first names, stand-ins in a sentence, headings that say whose words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.minutes.bodies import body_of_title
from ingest.minutes.first_names import people_by_first_name
from ingest.minutes.people import people
from ingest.minutes.section_names import standard_name
from ingest.minutes.substitutes import substitutes
from ingest.records import Ingested, SectionName

Ingest = Callable[[str], Ingested]

GROUPED = """REFERAT
KKR Vestøerne
Dato: 12. juni 2026 kl. 10.00
Sted: Ø-kroen, Bakken 3

Medlemmer, der deltog: Bo Lind (formand), Ida Sø, Per Dam.
Forfald: Eva Holm og Ole Bak. Per Dam forlod mødet kl. 11.40.

1. Formalia

1.1 Dagsorden

Godkendt.

2. Sager til beslutning

2.1 Fælles færge

Indstilling
Det indstilles, at færgen sejler fem gange om dagen.

Referat
KKR tilsluttede sig, men med seks afgange om dagen.

2.2 Ny bådebro

Indstilling
Det indstilles, at broen bygges i Nordhavn.

Referat
Udsat.

3. Eventuelt

Ida Sø takkede for kaffen.
"""


def test_each_case_below_a_group_is_an_item_with_its_own_decision(ingest: Ingest) -> None:
    """A heading that only names a group is no item; one with text of its own stays."""
    found = ingest(GROUPED)
    decided = {
        item.number: [section.text for section in item.sections if section.name is SectionName.DECISION] for item in found.items
    }
    assert list(decided) == ["1.1", "2.1", "2.2", "3"]
    assert decided["2.1"] == ["KKR tilsluttede sig, men med seks afgange om dagen."]
    assert decided["2.2"] == ["Udsat."]


def test_a_body_by_its_short_form_and_who_stayed_away(ingest: Ingest) -> None:
    """Who left early was there."""
    (meeting,) = ingest(GROUPED).meetings
    assert meeting.body == "KKR Vestøerne"
    assert [person.name for person in meeting.participants] == ["Bo Lind", "Ida Sø", "Per Dam"]
    assert [person.name for person in meeting.absent] == ["Eva Holm", "Ole Bak"]


def test_colleagues_by_their_first_names() -> None:
    """A letter tells two of a name apart; what stands in brackets or behind "fra" is where they come from."""
    found = people_by_first_name("Eva (Lejre), Ole K. (Solrød), Ole M., Pia fra Børnehuset og Bo (ref.)")
    assert [(each.name, each.role) for each in found] == [
        ("Eva", "Lejre"),
        ("Ole K.", "Solrød"),
        ("Ole M.", ""),
        ("Pia", "Børnehuset"),
        ("Bo", "ref."),
    ]
    assert people_by_first_name("Alle var mødt frem, og stemningen var god") == ()


def test_an_office_behind_a_comma_is_the_role_of_the_name_before() -> None:
    """One person: "Eva Holm (A), formand"."""
    assert [(each.name, each.role) for each in people("Eva Holm (A), formand, Bo Lind (V)")] == [
        ("Eva Holm", "A, formand"),
        ("Bo Lind", "V"),
    ]


@pytest.mark.parametrize(
    "text",
    ["Eva Holm (A). I hendes sted mødte Bo Lind (V).", "Eva Holm, for hende mødte Bo Lind.", "Eva Holm was replaced by Bo Lind."],
)
def test_a_stand_in_told_in_a_sentence(text: str) -> None:
    """Who came, and who did not."""
    found = substitutes(text)
    assert [each.name for each in found.came] == ["Bo Lind"]
    assert [each.name for each in found.absent] == ["Eva Holm"]


def test_without_a_stand_in_is_no_name() -> None:
    """What is left is the name of the absent."""
    assert substitutes("Eva Holm (A) uden stedfortræder").rest == "Eva Holm (A)"


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("forvaltningens forslag", SectionName.RECOMMENDATION),
        ("bestyrelsens afgørelse", SectionName.DECISION),
        ("direktionens vurdering", SectionName.OTHER),
        ("årets gang", None),
    ],
)
def test_a_heading_says_whose_words_stand_below_it(heading: str, name: SectionName | None) -> None:
    """Whoever it is: the noun behind the genitive tells."""
    assert standard_name(heading) is name


def test_notes_name_what_the_meeting_was_about() -> None:
    """Where no body met."""
    assert body_of_title(["Noter fra koordinatormøde – Sammen om byen"]) == "Sammen om byen"
