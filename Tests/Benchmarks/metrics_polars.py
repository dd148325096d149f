#!/usr/bin/env python3
"""Five metrics over the same made-up filings in Polars, beside this program's.

Usage: metrics_polars.py BENCHMARKS [COUNT]. Needs polars and numpy. Both start from a table in memory and answer the
same five questions, medians of five runs; the values are compared as well as the time.
"""
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import numpy
import polars as pl

program, count = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "100000"
folder = tempfile.TemporaryDirectory()
path = pathlib.Path(folder.name) / "filings.csv"
ours, sums = {}, {}
for line in subprocess.run([program, "metrics", count, path], capture_output=True, text=True, check=True).stdout.splitlines():
    print(line)
    if line.startswith("five "):
        name = line.split("\t")[0][5:]
        ours[name] = float(line.split("\t")[1].split()[0].replace(",", ""))
        tail = line.split(") ")[-1].split(" values, sum ")
        sums[name] = (int(tail[0]), float(tail[1].replace(",", "").replace("\u2212", "-")))

frame = pl.read_csv(path, schema_overrides={"district": pl.String}).with_columns(
    pl.col("organ", "district", "level", "function").cast(pl.Categorical))
received = pl.col("requests_received_total")
KEY = ["organ", "district"]
# Level and change of every organ and year; a change of the form lies between 2020 and 2021.
LEVEL = frame.lazy().group_by(*KEY, "year").agg(received.sum().alias("value"))


def level():
    return frame.lazy().group_by(*KEY, "year").agg(
        pl.col("requests_granted_total", "requests_partiallyGranted_total", "requests_resolved_total").sum()
    ).with_columns(value=100 * (pl.col("requests_granted_total") + pl.col("requests_partiallyGranted_total"))
                   / pl.col("requests_resolved_total")).filter(pl.col("requests_resolved_total") >= 5)


def year_over_year():
    return LEVEL.sort(*KEY, "year").with_columns(
        value=pl.when((pl.col("year").shift(1).over(KEY) == pl.col("year") - 1) & (pl.col("year") != 2021))
        .then(pl.col("value") - pl.col("value").shift(1).over(KEY)))


def rank():
    return frame.lazy().group_by(*KEY, "year", "level", "function").agg(received.sum().alias("value")).with_columns(
        value=pl.col("value").rank("min", descending=True).over("year", "level", "function"))


def share_of_parent():
    return frame.lazy().group_by(*KEY, "year").agg(received.sum().alias("value")).with_columns(
        value=100 * pl.col("value") / pl.col("value").sum().over("district", "year"))


def trend():
    """Theil-Sen slopes of every organ from three years of one form on, year by year."""
    ordered = LEVEL.sort(*KEY, "year").filter(pl.col("year") >= 2021)
    columns = []
    for back in range(1, 5):
        columns.append(pl.col("value").shift(back).over(KEY).alias(f"b{back}"))
    wide = ordered.with_columns(*columns)
    return wide.with_columns(value=pl.when(pl.col("b2").is_not_null()).then(
        pl.concat_list([
            (pl.col("value") - pl.col("b1")), (pl.col("value") - pl.col("b2")) / 2, (pl.col("b1") - pl.col("b2")),
            (pl.col("value") - pl.col("b3")) / 3, (pl.col("b1") - pl.col("b3")) / 2, (pl.col("b2") - pl.col("b3")),
            (pl.col("value") - pl.col("b4")) / 4, (pl.col("b1") - pl.col("b4")) / 3, (pl.col("b2") - pl.col("b4")) / 2,
            (pl.col("b3") - pl.col("b4")),
        ]).list.drop_nulls().list.median()))


print(f"\npolars {pl.__version__}, {pl.thread_pool_size()} threads; numpy {numpy.__version__}; medians of 5, milliseconds")
print(f"{'question':18}{'tongjian':>10}{'polars':>10}{'ratio':>8}   values agree")
for name, question in [("level", level), ("year-over-year", year_over_year), ("rank", rank),
                       ("share-of-parent", share_of_parent), ("trend", trend)]:
    times = []
    for _ in range(5):
        start = time.perf_counter()
        result = question().collect()
        times.append(1000 * (time.perf_counter() - start))
    values = result["value"].drop_nulls()
    median = statistics.median(times)
    same = sums[name][0] == len(values) and abs(sums[name][1] - values.sum()) < 1e-6 * max(1, abs(values.sum())) + 0.001
    print(f"{name:18}{ours[name]:10.1f}{median:10.1f}{ours[name] / median:8.2f}   {same}  {len(values)} {values.sum():.3f}")
