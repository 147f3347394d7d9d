"""The statistics of agreement by their published definitions, on complete ratings 0..3: nothing here is shared with the program.

A rating table is a numpy array of shape (items, readers). Weights are quadratic, 1 - (i - j)^2 / 9, or those of identity.
"""
import itertools

import numpy as np

SCALE = np.arange(4)
QUADRATIC = 1 - (SCALE[:, None] - SCALE[None, :]) ** 2 / 9
SAME = np.eye(4)


def confusion(a, b):
    table = np.zeros((4, 4), int)
    np.add.at(table, (a, b), 1)
    return table


def corrected(observed, expected):
    return (observed - expected) / (1 - expected) if abs(1 - expected) > 1e-12 else None


def cohen(a, b, weights):
    """Cohen J. Psychol Bull 1968;70:213-220."""
    share = confusion(a, b) / len(a)
    return corrected((share * weights).sum(), (np.outer(share.sum(1), share.sum(0)) * weights).sum())


def light(ratings, weights):
    """The mean of all pairs: Light RJ. Psychol Bull 1971;76:365-377."""
    pairs = [cohen(a, b, weights) for a, b in itertools.combinations(ratings.T, 2)]
    return None if None in pairs else float(np.mean(pairs))


def counts(ratings):
    """How often each item was given each grade."""
    return (ratings[:, :, None] == SCALE).sum(1)


def observed(ratings, weights):
    """The mean over items of the agreement of all pairs of one item's ratings."""
    n = counts(ratings)
    readers = ratings.shape[1]
    return ((n @ weights * n).sum(1) - (n * weights.diagonal()).sum(1)).mean() / (readers * (readers - 1))


def fleiss(ratings, weights):
    """Fleiss JL. Psychol Bull 1971;76:378-382, with weights."""
    share = counts(ratings).mean(0) / ratings.shape[1]
    return corrected(observed(ratings, weights), share @ weights @ share)


def gwet(ratings, weights):
    """AC2: Gwet KL. Br J Math Stat Psychol 2008;61:29-48."""
    share = counts(ratings).mean(0) / ratings.shape[1]
    return corrected(observed(ratings, weights), weights.sum() / 12 * (share * (1 - share)).sum())


def ordinal(totals):
    """Krippendorff's ordinal metric, of how often each value was used."""
    square = np.zeros((4, 4))
    for c, k in itertools.combinations(range(4), 2):
        between = totals[c:k + 1].sum() - (totals[c] + totals[k]) / 2
        square[c, k] = square[k, c] = between ** 2
    return square


def krippendorff(ratings, metric):
    """Krippendorff K. Content Analysis, 2004, chapter 11. `metric` takes how often each value was used."""
    n = counts(ratings)
    readers = ratings.shape[1]
    pairs = (n.T @ n - np.diag(n.sum(0))) / (readers - 1)
    totals = pairs.sum(1)
    square = metric(totals)
    expected = (np.outer(totals, totals) * square).sum() / (totals.sum() - 1)
    return None if expected == 0 else float(1 - (pairs * square).sum() / expected)


def icc(ratings):
    """ICC(A,1): McGraw KO, Wong SP. Psychol Methods 1996;1:30-46."""
    items, readers = ratings.shape
    mean = ratings.mean()
    rows = readers * ((ratings.mean(1) - mean) ** 2).sum() / (items - 1)
    columns = items * ((ratings.mean(0) - mean) ** 2).sum() / (readers - 1)
    rest = ((ratings - mean) ** 2).sum() - rows * (items - 1) - columns * (readers - 1)
    error = rest / ((items - 1) * (readers - 1))
    total = rows + (readers - 1) * error + readers / items * (columns - error)
    return float((rows - error) / total) if abs(total) > 1e-12 else None


def implied(first, second, weights):
    """Cohen's of two readers with these shares of errors, each equally often to any other grade; truth is uniform."""
    by_truth = [np.where(SAME[t] > 0, 1 - e, e / 3) for t in SCALE for e in (first, second)]
    share = sum(np.outer(a, b) for a, b in zip(by_truth[::2], by_truth[1::2])) / 4
    return corrected((share * weights).sum(), weights.sum() / 16)


def implied_gwet(errors, weights):
    """AC2 of readers with these shares of errors; the grades are used evenly."""
    chance = weights.sum() / 16
    seen = [implied(a, b, weights) * (1 - chance) + chance for a, b in itertools.combinations(errors, 2)]
    return corrected(np.mean(seen), weights.sum() / 12 * 0.75)


def dice_of_shift(mask, rows):
    """Of a mask with itself moved by so many rows (the second axis)."""
    moved = np.roll(mask, rows, axis=1)
    return float((mask & moved).sum() / mask.sum()) if mask.any() else None
