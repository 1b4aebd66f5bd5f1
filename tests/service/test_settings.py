"""Settings: known, bounded, and silent about secrets."""

from __future__ import annotations

import pytest

from service.errors import SettingsInvalid
from service.settings import Settings, load_settings
from service.settings_page import page


def test_a_misspelt_variable_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bound that is misspelt would otherwise be silently absent."""
    monkeypatch.setenv("KILDESVAR_KEY_FILE", "keys.json")
    with pytest.raises(SettingsInvalid, match=r"KILDESVAR_KEY_FILE"):
        load_settings()


def test_a_value_out_of_bounds_names_the_variable_and_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence is enough to mend it."""
    monkeypatch.setenv("KILDESVAR_PORT", "70000")
    with pytest.raises(SettingsInvalid, match=r"KILDESVAR_PORT.*65535"):
        load_settings()


@pytest.mark.parametrize("name", ["KILDESVAR_ANSWER_MODEL_TIMEOUT_SECONDS", "KILDESVAR_CORS_ORIGINS"])
def test_an_error_never_repeats_the_value(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Somebody may have put the secret into the wrong variable."""
    monkeypatch.setenv(name, "s3cret-value")
    with pytest.raises(SettingsInvalid) as caught:
        load_settings()
    assert "s3cret" not in str(caught.value)


def test_a_secret_does_not_show_when_printed() -> None:
    """Settings may end in a log."""
    assert "s3cret" not in repr(load_settings(answer_model_key="s3cret"))


def test_a_value_from_the_command_line_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    """`--port` is closer than the environment."""
    monkeypatch.setenv("KILDESVAR_PORT", "8081")
    assert (load_settings().port, load_settings(port=8082).port) == (8081, 8082)


def test_settings_cannot_be_changed_while_the_service_runs() -> None:
    """One frozen object, passed in."""
    with pytest.raises(ValueError, match=r"frozen"):
        load_settings().port = 1  # type: ignore[misc]


def test_the_page_lists_every_setting_with_a_description() -> None:
    """It is made from the fields, so it cannot lag behind."""
    rows = page().splitlines()
    for name, field in Settings.model_fields.items():
        row = next(row for row in rows if row.startswith(f"| `KILDESVAR_{name.upper()}` |"))
        assert field.description
        assert field.description in row
