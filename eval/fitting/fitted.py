"""Fits both sets of weights to collections, and judges them: each collection under weights fitted to the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.fitting import confidence_fit, ranking_fit
from eval.fitting.confidence_fit import Weights
from eval.fitting.outcomes import Outcome, answered, outcomes_of
from eval.fitting.posed import Posed
from eval.fitting.verdicts import Verdict, verdicts
from eval.fitting.writing import confidence_json, ranking_json
from service.answering.extracts.answerer import ExtractAnswerer
from service.answering.extracts.coverage import Floats

LEFT_OUT = "The collections fitted on, each with weights fitted to the others"
SAID = (
    "The collections that the weights are fitted on are judged under weights that were fitted to the other collections; the "
    "other sets are never fitted on."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """The weights fitted to some collections, as they are written, and what they answered to each question left out."""

    ranking: Floats
    confidence: Weights
    ranking_json: str
    confidence_json: str
    left_out: list[Verdict]

    def judged(self, questions: Sequence[Posed]) -> list[Verdict]:
        """What would be answered to the questions of a collection that was not fitted on."""
        outcomes = list(answered(questions, ExtractAnswerer(questions[0].index, self.ranking)))
        return verdicts(questions, outcomes, {questions[0].collection: self.confidence})


def fitted(collections: Sequence[Sequence[Posed]]) -> Fitted:
    """The weights fitted to all the questions of these collections; what the penalties are worth is printed."""
    ranking, made_by, by_collection = _ranking(collections)
    outcomes = [outcome for each in collections for outcome in _outcomes(each, by_collection[each[0].collection])]
    penalty, without = _confidence_penalty(outcomes)
    confidence = confidence_fit.fit(outcomes, penalty)
    told = sum(not (outcome.grounded or outcome.superseded) for outcome in outcomes)
    return Fitted(
        ranking=ranking,
        confidence=confidence,
        ranking_json=ranking_json(ranking, made_by),
        confidence_json=confidence_json(confidence, f"python -m eval.fitting: {told} outcomes, penalty {penalty:g}"),
        left_out=[verdict for questions in collections for verdict in verdicts(questions, outcomes, without)],
    )


def _ranking(collections: Sequence[Sequence[Posed]]) -> tuple[Floats, str, Mapping[str, Floats]]:
    """The weights fitted to all, what to say of them, and for each collection those fitted to the others."""
    examples = [
        example
        for questions in collections
        for example in ranking_fit.examples_of(questions, ExtractAnswerer(questions[0].index))
    ]
    tried = {penalty: ranking_fit.left_out(examples, penalty) for penalty in ranking_fit.PENALTIES}
    firsts = {penalty: ranking_fit.first_right_left_out(examples, weights) for penalty, weights in tried.items()}
    penalty = ranking_fit.chosen(firsts)
    said = ", ".join(f"{each:g}: {count}" for each, count in firsts.items())
    print(f"ranking: first windows right of {len(examples)}, collection left out, by penalty {said}")
    made_by = f"python -m eval.fitting: {len(examples)} examples, penalty {penalty:g}, {firsts[penalty]} right when left out"
    return ranking_fit.fit(examples, penalty), made_by, tried[penalty]


def _outcomes(questions: Sequence[Posed], ranking: Floats) -> list[Outcome]:
    return list(outcomes_of(questions, ExtractAnswerer(questions[0].index, ranking)))


def _confidence_penalty(outcomes: Sequence[Outcome]) -> tuple[float, Mapping[str, Weights]]:
    """The penalty of least loss when a collection is left out, and the weights for each collection fitted to the others."""
    tried = {penalty: confidence_fit.left_out(outcomes, penalty) for penalty in confidence_fit.PENALTIES}
    losses = {penalty: confidence_fit.loss_left_out(outcomes, weights) for penalty, weights in tried.items()}
    said = ", ".join(f"{each:g}: {loss:.4f}" for each, loss in losses.items())
    print(f"confidence: loss, collection left out, by penalty {said}")
    penalty = min(losses, key=lambda each: losses[each])
    return penalty, tried[penalty]
