"""The curve of right answers against refusals and the reliability of the confidence, as one HTML page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from eval.fitting.verdicts import Table, Verdict, by_answerer, curve, reliability
from eval.metrics.reliability import reliability_bins, risk_coverage
from eval.report.document import html_document
from eval.report.plots import refusal_curve, reliability_plot
from eval.report.tables import table


def page(found: Mapping[str, Sequence[Verdict]], bound: float, said: str) -> str:
    """The page: a section for each title with its verdicts.

    `bound` is the confidence below which an answer is refused; `said` tells under which weights the answers are judged.
    """
    sections = "".join(_section(title, verdicts, bound) for title, verdicts in found.items())
    return html_document(
        "Confidence and refusals",
        "<h1>Confidence and refusals</h1>"
        f'<p class="soft">{escape(said)} “Hard” questions have no answer, though all their words stand in the documents; they '
        f"are in no other figure. Answers below {bound:g} are refused.</p>{sections}",
    )


def _section(title: str, found: Sequence[Verdict], bound: float) -> str:
    given = [each for each in found if each.confidence > 0 and not each.posed.hard]
    confidences, right = [each.confidence for each in given], [each.right for each in given]
    answered = len(given) / max(1, sum(not each.posed.hard for each in found))
    points = [(share * answered, hits) for share, hits in risk_coverage(confidences, right)]
    plots = (
        f"<figure>{reliability_plot(reliability_bins(confidences, right))}<figcaption>On the dashed line the confidence is what "
        f"it claims to be.</figcaption></figure><figure>{refusal_curve(points)}<figcaption>What a higher bound would give: fewer "
        "answers, more of them right.</figcaption></figure>"
    )
    tables = "".join(_html(each) for each in (curve(found), reliability(found), by_answerer(found, bound)))
    return f'<section><h2>{escape(title)}: {len(found)} questions</h2><div class="plots">{plots}</div>{tables}</section>'


def _html(shown: Table) -> str:
    rows = [[escape(cell) for cell in row] for row in shown.rows]
    return table(shown.header, rows, frozenset(range(1, len(shown.header))))
