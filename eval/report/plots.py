"""Plots as inline SVG: no script, nothing from outside, the numbers readable on paper. Every text is our own or escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from eval.metrics.reliability import Bin

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 420, 280, 46, 36, 12, 12
Point = tuple[float, float]


def reliability_plot(bins: Sequence[Bin]) -> str:
    """Claimed confidence against accuracy; the size of a dot grows with the number of answers in it."""
    most = max((part.count for part in bins), default=1)
    dots = [_dot(part, most) for part in bins]
    ideal = f'<line class="ideal" x1="{_x(0):.1f}" y1="{_y(0):.1f}" x2="{_x(1):.1f}" y2="{_y(1):.1f}"/>'
    return _svg(_frame("confidence claimed", "share right") + ideal + "".join(dots), "Reliability of the confidence")


def _dot(part: Bin, most: int) -> str:
    x, y, radius = _x(part.mean_confidence), _y(part.accuracy), 3 + 9 * (part.count / most) ** 0.5
    said = f"{part.count} answers: confidence {part.mean_confidence:.2f}, right {part.accuracy:.2f}"
    return f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"><title>{said}</title></circle>'


def refusal_curve(points: Sequence[Point]) -> str:
    """Of all questions, the share refused against the share right of those answered, as the threshold rises."""
    line = [(1 - answered, right) for answered, right in points]
    marks = "".join(f'<circle class="dot" cx="{_x(x):.1f}" cy="{_y(y):.1f}" r="2.5"/>' for x, y in line)
    return _svg(_frame("share refused", "share right of those answered") + _curve(line) + marks, "Right answers against refusals")


def course_plot(accuracies: Sequence[float], names: Sequence[str]) -> str:
    """The accuracy of each run, oldest first."""
    step = 1 / max(1, len(accuracies) - 1)
    line = [(number * step, accuracy) for number, accuracy in enumerate(accuracies)]
    marks = "".join(
        f'<circle class="dot" cx="{_x(x):.1f}" cy="{_y(y):.1f}" r="4"><title>{escape(name)}: {y:.3f}</title></circle>'
        for (x, y), name in zip(line, names, strict=True)
    )
    return _svg(_frame("runs, oldest first", "share right", across=False) + _curve(line) + marks, "Course over time")


def seconds_plot(seconds: Sequence[float], columns: int = 20) -> str:
    """How many answers took how long, in milliseconds."""
    longest = max(seconds, default=0.0) or 1.0
    counts = [0] * columns
    for value in seconds:
        counts[min(columns - 1, int(value / longest * columns))] += 1
    most = max(counts) or 1
    bars = "".join(
        f'<rect class="column" x="{_x(number / columns) + 0.5:.1f}" y="{_y(count / most):.1f}" '
        f'width="{(_x(1) - _x(0)) / columns - 1:.1f}" height="{_y(0) - _y(count / most):.1f}"/>'
        for number, count in enumerate(counts)
    )
    ends = (
        f'<text x="{_x(0):.0f}" y="{HEIGHT - 20}">0 ms</text>'
        f'<text x="{_x(1):.0f}" y="{HEIGHT - 20}" text-anchor="end">{1000 * longest:.0f} ms</text>'
    )
    top = f'<text x="{LEFT - 6}" y="{TOP + 8}" text-anchor="end">{most}</text>'
    return _svg(_frame("time per answer", "answers", across=False, up=False) + bars + ends + top, "Time per answer")


def _svg(content: str, title: str) -> str:
    named = f'role="img" aria-label="{escape(title)}"'
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" {named}><title>{escape(title)}</title>{content}</svg>'


def _frame(x_name: str, y_name: str, *, across: bool = True, up: bool = True) -> str:
    """The axes from 0 to 1, their names, and the fifths where the axis is a share."""
    parts = [f'<path class="axis" d="M{_x(0):.1f} {_y(1):.1f}V{_y(0):.1f}H{_x(1):.1f}"/>']
    for share in (fifth / 5 for fifth in range(6 if up else 0)):
        parts.append(f'<line class="grid" x1="{_x(0):.1f}" x2="{_x(1):.1f}" y1="{_y(share):.1f}" y2="{_y(share):.1f}"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{_y(share) + 4:.1f}" text-anchor="end">{share:.1f}</text>')
    across_shares = [fifth / 5 for fifth in range(6)] if across else []
    parts += [f'<text x="{_x(x):.1f}" y="{HEIGHT - 20}" text-anchor="middle">{x:.1f}</text>' for x in across_shares]
    parts.append(f'<text x="{(_x(0) + _x(1)) / 2:.0f}" y="{HEIGHT - 4}" text-anchor="middle">{escape(x_name)}</text>')
    middle = (_y(0) + _y(1)) / 2
    parts.append(
        f'<text x="11" y="{middle:.0f}" text-anchor="middle" transform="rotate(-90 11 {middle:.0f})">{escape(y_name)}</text>'
    )
    return "".join(parts)


def _curve(points: Sequence[Point]) -> str:
    return f'<polyline class="curve" points="{" ".join(f"{_x(x):.1f},{_y(y):.1f}" for x, y in points)}"/>'


def _x(share: float) -> float:
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def _y(share: float) -> float:
    return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP)
