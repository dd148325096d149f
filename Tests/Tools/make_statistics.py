#!/usr/bin/env python3
"""Reference figures for the statistics of Sources/Metrics/Statistics, by NumPy, SciPy and statsmodels.

Usage: make_statistics.py > Tests/MetricsTests/Fixtures/statistics.json
Needs: pip install numpy scipy statsmodels. Cases include ties, constant, empty and single-valued series. Where no
library has the method (exact Mann-Kendall with ties, interpolated binomial limits, Kitagawa's split, joint rank
intervals), the figure is computed here from its definition, by enumeration where possible, and never by the method of
the program under test.
"""
import itertools
import json
import math
import sys

import numpy
import scipy
import statsmodels
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint, proportions_ztest

random = numpy.random.default_rng(20260101)

SERIES = {
    "empty": [], "one": [7.0], "two": [3.0, 9.0], "constant": [5.0] * 6, "zeros": [0.0] * 4,
    "ties": [3.0, 1.0, 3.0, 2.0, 1.0, 3.0, 8.0], "falling": [9.0, 7.5, 4.0, 2.25, 0.0],
    "rising": [1.0, 2.0, 4.0, 7.0, 11.0, 16.0], "negative": [-4.0, 2.5, -1.0, 0.0, 6.0, 2.5],
    "skewed": [float(x) for x in numpy.round(random.lognormal(3, 1.5, 40), 3)],
    "counts": [float(x) for x in random.poisson(4, 60)], "outlying": [10.0, 12.0, 11.0, 13.0, 12.0, 90.0],
}


def order_statistics():
    for name, values in SERIES.items():
        row = {"name": name, "values": values, "probabilities": [0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0]}
        if values:
            row["quantiles"] = [float(numpy.quantile(values, p, method="linear")) for p in row["probabilities"]]
            row["median"] = float(numpy.median(values))
            row["deviation"] = float(stats.median_abs_deviation(values))
            row["percentiles"] = [float(stats.percentileofscore(values, v, kind="mean")) for v in values]
        yield row


def diversity():
    for name, values in SERIES.items():
        total = sum(values)
        row = {"name": name, "values": values}
        if values and total > 0 and min(values) >= 0:
            shares = numpy.array(values) / total
            row["entropy"] = float(stats.entropy(values, base=2))
            row["herfindahl"] = float(numpy.sum(shares**2))
            if len(values) > 1:
                # Mean absolute difference over all pairs by twice the mean: the definition, not the sorted formula.
                x = numpy.array(values)
                row["gini"] = float(numpy.abs(x[:, None] - x[None, :]).mean() / (2 * x.mean()))
        yield row


def wilson():
    for count, n in [(0, 1), (1, 1), (1, 3), (9, 30), (0, 40), (40, 40), (71, 148), (5548, 13810), (3, 1000000)]:
        for level in (0.95, 0.998):
            low, high = proportion_confint(count, n, alpha=1 - level, method="wilson")
            yield {"count": count, "n": n, "level": level, "low": float(low), "high": float(high)}


def normal():
    for p in [1e-300, 1e-12, 0.001, 0.025, 0.07, 0.0751, 0.3, 0.5, 0.62, 0.925, 0.975, 0.999, 1 - 1e-9]:
        yield {"p": p, "z": float(stats.norm.ppf(p)), "back": float(stats.norm.cdf(stats.norm.ppf(p)))}


def differences():
    pairs = [((60, 100), (40, 100)), ((1, 3), (0, 2)), ((0, 10), (0, 12)), ((10, 10), (12, 12)), ((71, 148), (100, 218)),
             ((5, 9), (5, 9)), ((0, 5), (7, 7)), ((10538, 34430), (9000, 26600))]
    for (a, n), (b, m) in pairs:
        low, high = confint_proportions_2indep(a, n, b, m, compare="diff", method="newcomb")
        pooled = (a + b) / (n + m)
        p = 1.0 if pooled in (0, 1) else float(proportions_ztest([a, b], [n, m])[1])
        yield {"count": a, "n": n, "earlier": b, "m": m, "low": float(low), "high": float(high), "p": p}


def corrections():
    for values in [[], [0.04], [0.01, 0.02, 0.03, 0.04, 0.05], [0.5, 0.001, 0.2, 0.001, 0.9, 0.04], [1.0, 1.0],
                   [float(x) for x in numpy.round(random.uniform(0, 1, 30) ** 3, 6)]]:
        adjusted = multipletests(values, method="fdr_bh")[1] if values else []
        yield {"p": values, "adjusted": [float(x) for x in adjusted]}


def kendall_s(values):
    return sum((b > a) - (b < a) for a, b in itertools.combinations(values, 2))


def mann_kendall():
    cases = [[1, 2], [2, 1], [1, 2, 3], [3, 1, 2, 4], [10, 14, 13, 19, 25], [10, 12, 13, 19, 25], [5, 5, 5, 5],
             [1, 1, 2, 2, 3], [4, 4, 1, 1, 1, 0], [1, 2, 2, 3, 3, 3, 4], [70, 74, 81, 218, 154]]
    for values in cases:
        s = kendall_s(values)
        orders = list(itertools.permutations(values))
        p = sum(abs(kendall_s(o)) >= abs(s) for o in orders) / len(orders)
        yield {"values": values, "s": s, "p": p, "exact": True, "tolerance": 1e-12}
    for n in (8, 10, 14, 20):
        values = [float(x) for x in numpy.round(random.normal(0, 1, n) + numpy.arange(n) * 0.15, 6)]
        result = stats.kendalltau(range(n), values, method="exact")
        yield {"values": values, "s": kendall_s(values), "p": float(result.pvalue), "exact": True, "tolerance": 1e-9}
    values = [float(x) for x in random.integers(0, 9, 30)]
    s, n = kendall_s(values), len(values)
    ties = numpy.unique(values, return_counts=True)[1]
    variance = (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18
    p = 1.0 if s == 0 else float(2 * stats.norm.sf((abs(s) - 1) / math.sqrt(variance)))
    yield {"values": values, "s": s, "p": p, "exact": False, "tolerance": 1e-12}


def theil_sen():
    for years, values in [([2021, 2022, 2023, 2024, 2025], [10, 14, 13, 19, 25]), ([2021, 2023, 2024], [5, 5, 5]),
                          ([2019, 2020, 2022, 2025], [9.5, 2.25, 7, 1]), ([2021, 2022], [1, 4]), ([2021], [3]), ([], [])]:
        slope = float(stats.theilslopes(values, years)[0]) if len(values) > 1 else None
        yield {"years": years, "values": values, "slope": slope}


def quantile_between(n, center, p):
    """Spiegelhalter (2005), appendix A.1.1, with SciPy's distribution function."""
    r = int(stats.binom.ppf(p, n, center))
    while stats.binom.cdf(r, n, center) <= p:
        r += 1
    while r > 0 and stats.binom.cdf(r - 1, n, center) > p:
        r -= 1
    mass = stats.binom.cdf(r, n, center) - (stats.binom.cdf(r - 1, n, center) if r > 0 else 0)
    return (r - (stats.binom.cdf(r, n, center) - p) / mass) / n


def funnel():
    for n, center in [(1, 0.5), (5, 0.1), (40, 0.5), (120, 0.5), (30, 0.559), (148, 0.48), (1000, 0.02), (13810, 0.559),
                      (250000, 0.306)]:
        limits = [min(1.0, max(0.0, float(quantile_between(n, center, p)))) for p in (0.001, 0.025, 0.975, 0.999)]
        yield {"n": n, "center": center, "limits": limits}
    yield {"n": 40000000, "center": 0.25, "tolerance": 1e-7, "limits": [
        float(stats.norm.ppf(p, 0.25, math.sqrt(0.25 * 0.75 / 40000000))) for p in (0.001, 0.025, 0.975, 0.999)]}
    yield {"n": 12, "center": 0.0, "limits": [0.0] * 4}
    yield {"n": 12, "center": 1.0, "limits": [1.0] * 4}


def decomposition():
    cases = [
        [[40, 100, 90, 150], [80, 100, 40, 50]], [[1, 4, 0, 0], [3, 6, 5, 9]], [[0, 0, 2, 3], [5, 10, 5, 10]],
        [[7, 10, 7, 10], [1, 2, 1, 2]], [[int(a), int(a + b), int(c), int(c + d)] for a, b, c, d in random.integers(0, 90, (9, 4))],
    ]
    for parts in cases:
        x = numpy.array(parts, dtype=float)
        w0, w1 = x[:, 1] / x[:, 1].sum(), x[:, 3] / x[:, 3].sum()
        with numpy.errstate(invalid="ignore", divide="ignore"):
            r0, r1 = x[:, 0] / x[:, 1], x[:, 2] / x[:, 3]
        r0, r1 = numpy.where(numpy.isnan(r0), r1, r0), numpy.where(numpy.isnan(r1), r0, r1)
        pooled = (x[:, 0].sum() / x[:, 1].sum(), x[:, 2].sum() / x[:, 3].sum())
        yield {"parts": parts, "mix": float(((w1 - w0) * (r0 + r1) / 2).sum()),
               "within": float(((w0 + w1) / 2 * (r1 - r0)).sum()), "change": float(pooled[1] - pooled[0])}


def ranks():
    for rates in [[(90, 100), (40, 100), (45, 100)], [(5, 10), (5, 10)], [(9, 30), (300, 1000), (290, 1000), (20, 400), (399, 400)]]:
        level = 0.95 ** (1 / len(rates))
        bounds = [proportion_confint(k, n, alpha=1 - level, method="wilson") for k, n in rates]
        places = [[1 + sum(other[0] > own[1] for other in bounds), len(rates) - sum(other[1] < own[0] for other in bounds)]
                  for own in bounds]
        yield {"rates": [list(r) for r in rates], "places": places}


json.dump(
    {"made_by": "Tests/Tools/make_statistics.py",
     "versions": {"numpy": numpy.__version__, "scipy": scipy.__version__, "statsmodels": statsmodels.__version__},
     "order": list(order_statistics()), "diversity": list(diversity()), "wilson": list(wilson()), "normal": list(normal()),
     "differences": list(differences()), "corrections": list(corrections()), "mannKendall": list(mann_kendall()),
     "theilSen": list(theil_sen()), "funnel": list(funnel()), "decomposition": list(decomposition()),
     "ranks": list(ranks())},
    sys.stdout, indent=1)
print()
