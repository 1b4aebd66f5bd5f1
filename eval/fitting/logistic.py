"""Logistic regression with an L2 penalty (Hoerl & Kennard 1970; le Cessie & van Houwelingen 1992)."""

from __future__ import annotations

import numpy as np
from scipy.optimize import minimize

from service.answering.extracts.coverage import Floats


def least(matrix: Floats, right: Floats, counts: Floats, penalty: float) -> Floats:
    """The weights of least mean logistic loss, with the penalty on all but the last, the bias.

    `matrix` is float64 `(n, n_features)`, its last column ones; `right` holds 0 and 1, `counts` how much each row weighs.
    """
    shares = counts / counts.sum()

    def loss(weights: Floats) -> tuple[float, Floats]:
        totals = matrix @ weights
        penalised = np.append(weights[:-1], 0.0)
        value = float(shares @ (np.logaddexp(0.0, totals) - right * totals)) + penalty * float(penalised @ penalised)
        return value, matrix.T @ (shares * (1 / (1 + np.exp(-totals)) - right)) + 2 * penalty * penalised

    start = np.zeros(matrix.shape[1])
    found: Floats = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 2000, "ftol": 1e-13, "gtol": 1e-9}).x
    return found
