"""What is still to come answers no question for what is done, and an empty office none for who holds it."""

from __future__ import annotations

from service.answering.extracts.pending import is_pending


def test_what_is_still_to_come_is_no_result() -> None:
    """A question for what was shown is not met by what is expected; a question for what is expected is."""
    planned = "Evalueringen forventes at foreligge i foråret 2027."
    assert is_pending("Hvad viste evalueringen?", planned)
    assert not is_pending("Hvornår forventes evalueringen?", planned)
    assert not is_pending("Hvad viste evalueringen?", "Den viste, at vandet er rent.")


def test_an_office_that_is_vacant_has_no_holder() -> None:
    """To name the office is no answer to who holds it."""
    assert is_pending("Hvem er medformand for gruppen?", "Der mangler en medformand, som udpeges i maj.")
    assert is_pending("Who is the warden in Hou?", "Lederne i Hou, Saksild og Odder ansættes derefter.")
    assert not is_pending("Hvem er medformand for gruppen?", "Medformand er Gerda Holm.")


def test_who_leaves_an_office_is_not_who_comes() -> None:
    """The post is advertised, unless somebody takes it over."""
    asked = "Hvem bliver ny havnechef?"
    assert is_pending(asked, "Havnechef Bo Skov går på pension, og stillingen slås op i april.")
    assert not is_pending(asked, "Havnechef Bo Skov går på pension og afløses af Malene Dam.")
