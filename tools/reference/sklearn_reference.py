"""Writes what scikit-learn makes of random predictions, for the tests of the metrics.

Run with scikit-learn 1.2 or later (Debian: python3-sklearn).

    python3 tools/reference/sklearn_reference.py src/test/resources/reference
"""

import json
import sys
from pathlib import Path

import numpy as np
import sklearn
from sklearn import metrics as m

RANDOM = np.random.RandomState(7)


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def calibration(confidence, right, bins=15):
    """Guo et al. 2017, equation 3; scikit-learn has no such function."""
    edges = np.linspace(0, 1, bins + 1)
    error = 0
    for low, high in zip(edges[:-1], edges[1:]):
        inside = (confidence > low) & (confidence <= high)
        if inside.any():
            error += inside.mean() * abs(right[inside].mean() - confidence[inside].mean())
    return error


def classes(n, k, present):
    y = RANDOM.choice(present, n)
    # rounded, so that there are ties between samples
    z = np.round(RANDOM.randn(n, k) + 1.5 * np.eye(k)[y], 1)
    p = softmax(z)
    guess = z.argmax(axis=1)
    average = "macro" if k > 2 else "binary"
    one = np.eye(k)[y]
    ranked = [c for c in range(k) if 0 < one[:, c].sum() < n] if k > 2 else [1]
    values = {
        "accuracy": m.accuracy_score(y, guess),
        "precision": m.precision_score(y, guess, average=average, zero_division=0),
        "recall": m.recall_score(y, guess, average=average, zero_division=0),
        "f1": m.f1_score(y, guess, average=average, zero_division=0),
        "iou": m.jaccard_score(y, guess, average=average, zero_division=0),
        "mcc": m.matthews_corrcoef(y, guess),
        "kappa": m.cohen_kappa_score(y, guess),
        "rocAuc": np.mean([m.roc_auc_score(one[:, c], p[:, c]) for c in ranked]),
        "prAuc": np.mean([m.average_precision_score(one[:, c], p[:, c]) for c in ranked]),
        "perplexity": np.exp(m.log_loss(y, p, labels=range(k))),
        "brier": m.brier_score_loss(y, p[:, 1]) if k == 2 else np.mean(((p - one) ** 2).sum(axis=1)),
        "ece": calibration(p.max(axis=1), guess == y),
    }
    if k > 5:
        for top in (3, 5):
            # the first of equal ones is the more probable
            order = np.argsort(-z, axis=1, kind="stable")[:, :top]
            values[f"top{top}Accuracy"] = (order == y[:, None]).any(axis=1).mean()
    return {"task": "CLASS_INDEX", "prediction": z.tolist(), "target": y.tolist(), "metrics": values}


def binary(n):
    y = RANDOM.randint(0, 2, n)
    z = np.round(RANDOM.randn(n) + (2 * y - 1), 1)
    z[z == 0] = 0.1
    p = 1 / (1 + np.exp(-z))
    guess = (z > 0).astype(int)
    values = {
        "accuracy": m.accuracy_score(y, guess),
        "precision": m.precision_score(y, guess),
        "recall": m.recall_score(y, guess),
        "f1": m.f1_score(y, guess),
        "iou": m.jaccard_score(y, guess),
        "mcc": m.matthews_corrcoef(y, guess),
        "kappa": m.cohen_kappa_score(y, guess),
        "rocAuc": m.roc_auc_score(y, p),
        "prAuc": m.average_precision_score(y, p),
        "brier": m.brier_score_loss(y, p),
        "ece": calibration(np.maximum(p, 1 - p), guess == y),
    }
    return {
        "task": "BINARY_LOGITS",
        "prediction": z[:, None].tolist(),
        "target": y.tolist(),
        "metrics": values,
    }


def values(n, k):
    y = RANDOM.randn(n, k) * 3 + 100
    z = y + RANDOM.randn(n, k)
    return {
        "task": "VALUES",
        "prediction": z.tolist(),
        "target": y.tolist(),
        "metrics": {
            "mae": m.mean_absolute_error(y, z),
            "rmse": m.mean_squared_error(y, z) ** 0.5,
            "r2": m.r2_score(y, z),
        },
    }


def main(folder):
    cases = {
        "two classes": classes(40, 2, [0, 1]),
        "three classes": classes(50, 3, [0, 1, 2]),
        "seven classes, of which one never occurs": classes(60, 7, [0, 1, 2, 3, 5, 6]),
        "yes or no": binary(45),
        "one number": values(20, 1),
        "three numbers": values(17, 3),
    }
    content = {"source": "tools/reference/sklearn_reference.py", "scikit-learn": sklearn.__version__}
    lines = [json.dumps({name: case})[1:-1] for name, case in cases.items()]
    text = json.dumps(content)[:-1] + ', "cases": {\n' + ",\n".join(lines) + "\n}}\n"
    Path(folder, "metrics.json").write_text(text)


if __name__ == "__main__":
    main(sys.argv[1])
