"""The report of a run as one HTML file: figures, plots, comparison, course, and every miss."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from eval.compare import Comparison
from eval.metrics.reliability import reliability_bins, risk_coverage
from eval.records import Judgement
from eval.report.changes import changes_section
from eval.report.document import html_document
from eval.report.misses import misses_section
from eval.report.plots import course_plot, refusal_curve, reliability_plot, seconds_plot
from eval.report.tables import bins_table, group, shares_table, table
from eval.runs import Run
from eval.summary import percent

RUNS_SHOWN = 100
PLAIN_SHARES = (
    "evidence in first source",
    "evidence in first 5 sources",
    "right and cited",
    "quote stands in its passage",
    "false abstention",
)


def write_report(
    path: Path, run: Run, judgements: Sequence[Judgement], comparison: Comparison | None, history: Sequence[Run]
) -> None:
    """Write the report; nothing in it is loaded from elsewhere."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(report_page(run, judgements, comparison, history), encoding="utf-8")


def report_page(run: Run, judgements: Sequence[Judgement], comparison: Comparison | None, history: Sequence[Run]) -> str:
    """The report as HTML."""
    sections = [
        ("What was right", _shares(run)),
        ("Retrieval", _retrieval(run)),
        ("Confidence and refusals", _confidence(judgements)),
        ("Speed", _speed(run, judgements)),
        ("Against the earlier run", changes_section(comparison) if comparison else ""),
        ("Course over time", _course(history)),
        ("Every miss", misses_section(judgements)),
        ("How this was measured", _method(run)),
    ]
    body = "".join(f"<section><h2>{name}</h2>{content}</section>" for name, content in sections if content)
    return html_document(
        f"Evaluation of {run.questions}",
        f"<h1>Evaluation of {escape(run.questions)}</h1>"
        f'<p class="soft">{escape(run.at)} · generation {escape(run.generation)} · commit {escape(run.commit)}</p>'
        f"{_cards(run)}{body}",
    )


def _cards(run: Run) -> str:
    figures = run.figures
    low, high = figures["interval"]
    shares = figures["shares"]
    cited = shares.get("right and cited", {"rate": None})["rate"]
    cards = [
        (percent(figures["accuracy"]), f"right of {figures['questions']} questions (95 %: {percent(low)} to {percent(high)})"),
        (percent(cited), "right and cited, of the answerable"),
        (str(figures["wrong answers"]["n"]), "wrong answers given"),
        (f"{figures['true refusals']['n']} of {figures['true refusals']['of']}", "unanswerable questions refused"),
        (str(figures["false refusals"]["n"]), "answerable questions refused"),
        (f"{1000 * figures['seconds']['p50']:.0f} ms", f"typical answer time (p95 {1000 * figures['seconds']['p95']:.0f} ms)"),
    ]
    return (
        f'<div class="cards">{"".join(f"<div class=card><b>{value}</b><span>{name}</span></div>" for value, name in cards)}</div>'
    )


def _shares(run: Run) -> str:
    shares = run.figures["shares"]
    plain = {name: shares[name] for name in PLAIN_SHARES if name in shares}
    stages = [[escape(stage), str(count)] for stage, count in run.figures["stages"].items()]
    tables = [
        shares_table("by kind of question", group(shares, "type:")),
        shares_table("sources and refusals", plain, "count"),
        shares_table("by answerer", run.figures["answerers"]),
        table(["stage", "questions"], stages, frozenset({1})),
        shares_table("by language", group(shares, "lang:")),
        shares_table("by document", run.figures["by document"]),
    ]
    return f'<div class="pairs">{"".join(f"<div>{each}</div>" for each in tables)}</div>'


def _retrieval(run: Run) -> str:
    retrieval = run.figures["retrieval"]
    if not retrieval:
        return ""
    return "<p>Where the evidence stands among the first 50 passages of the search, as a mean over the questions.</p>" + table(
        list(retrieval), [[f"{value:.3f}" for value in retrieval.values()]]
    )


def _confidence(judgements: Sequence[Judgement]) -> str:
    given = [judgement for judgement in judgements if not judgement.abstained]
    if not given:
        return "<p>No question was answered.</p>"
    confidences, right = [judgement.confidence for judgement in given], [judgement.right for judgement in given]
    bins = reliability_bins(confidences, right)
    points = [(answered * len(given) / len(judgements), share) for answered, share in risk_coverage(confidences, right)]
    return (
        '<div class="plots"><figure>'
        + reliability_plot(bins)
        + "<figcaption>On the dashed line the confidence is what it claims to be.</figcaption></figure><figure>"
        + refusal_curve(points)
        + "<figcaption>What a higher threshold would give: fewer answers, more of them right.</figcaption></figure></div>"
        + bins_table(bins)
    )


def _speed(run: Run, judgements: Sequence[Judgement]) -> str:
    seconds, words = run.figures["seconds"], run.figures["words"]
    said = f"<p>Half of the answers took at most {1000 * seconds['p50']:.0f} ms, 95 % at most {1000 * seconds['p95']:.0f} ms. "
    said += f"An answer has {words['mean']} words on average, {words['most']} at most.</p>"
    return said + f'<div class="plots"><figure>{seconds_plot([judgement.seconds for judgement in judgements])}</figure></div>'


def _course(history: Sequence[Run]) -> str:
    """The runs of the same questions over this index."""
    runs = history[-RUNS_SHOWN:]
    if len(runs) < 2:
        return ""
    names = [f"{run.at} {run.commit}" for run in runs]
    rows = [
        [escape(run.at), escape(run.commit), escape(run.generation), percent(run.figures["accuracy"])] for run in reversed(runs)
    ]
    plot = course_plot([run.figures["accuracy"] for run in runs], names)
    return f'<div class="plots"><figure>{plot}</figure></div>' + table(
        ["when", "commit", "generation", "right"], rows, frozenset({3})
    )


def _method(run: Run) -> str:
    settings = ", ".join(f"{escape(name)} {escape(str(value))}" for name, value in run.settings.items())
    return (
        "<p>An answer is right when it holds everything it must and nothing it must not, in at most 120 words; a question "
        "without an answer in the corpus is right when it is refused. A right answer is cited when one of its first five "
        "sources is the evidence's document and holds 70 % of the evidence's words. "
        f"Intervals are bootstrap intervals (seed {run.seed}).</p>"
        f'<p class="soft">{settings}</p>'
    )
