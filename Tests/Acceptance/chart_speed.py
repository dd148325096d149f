"""Twenty charts as PNG (2400 x 1400) and SVG: this program beside gnuplot and matplotlib, the same figures, in turn.

Usage: chart_speed.py BENCHMARKS PEERS [ROUNDS] [PYTHON]

BENCHMARKS is the program built from Tests/Benchmarks, PEERS the folder that holds the peers' charts.py, PYTHON one that
has matplotlib. `palette` is the print theme, whose greys are fewer than 256. Prints medians over at least five rounds, their ratios, and the sizes of the files.
"""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新"
APPLICANTS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]


def figures():
    """Made-up figures in the shape that the peers read; a fixed series of remainders, the same on every machine."""
    state = 12345

    def number(low, high):
        nonlocal state
        state = (state * 1103515245 + 12345) % 2**31
        return low + state % (high - low)

    years = list(range(2019, 2026))
    rows = lambda count, low, high: [[number(low, high) for _ in years] for _ in range(count)]
    return {
        "provs": [name + "省" for name in PROVINCES], "yrs": years, "new": rows(31, 2000, 90000),
        "rate": [[value / 1000 for value in row] for row in rows(31, 300, 900)], "res": rows(6, 20000, 200000),
        "resk": ["open", "part", "refuse", "none", "skip", "other"], "app": rows(6, 9000, 200000), "appk": APPLICANTS,
        "sect": APPLICANTS, "sy": rows(6, 1000, 9000),
    }


def seconds_a_chart(text):
    """The median of the charts after the first, from what either program prints."""
    return float(re.search(r"next(?: med|_median) ([0-9.e-]+)", text).group(1))


def kilobytes(folder, ending):
    sizes = [os.path.getsize(f"{folder}/{name}") for name in os.listdir(folder) if name.endswith(ending)]
    return sum(sizes) / max(len(sizes), 1) / 1024


def main():
    program, peers = sys.argv[1:3]
    rounds = max(5, int(sys.argv[3])) if len(sys.argv) > 3 else 5
    python = sys.argv[4] if len(sys.argv) > 4 else sys.executable
    with tempfile.TemporaryDirectory() as work:
        for name in ("charts.py", "schema.py"):
            if os.path.exists(f"{peers}/{name}"):
                shutil.copy(f"{peers}/{name}", work)
        os.makedirs(f"{work}/data")
        data = f"{work}/data/chart.json"
        with open(data, "w", encoding="utf-8") as file:
            json.dump(figures(), file, ensure_ascii=False)
        commands = {
            "tongjian": [program, "charts", data, f"{work}/tongjian"],
            "palette": [program, "charts", data, f"{work}/palette", "1", "print"],
            "gnuplot": [python, f"{work}/charts.py", "gnuplot", f"{work}/gnuplot"],
            "gnuplot-one": ["env", "GP_ONE=1", python, f"{work}/charts.py", "gnuplot", f"{work}/gnuplot-one"],
            "matplotlib": [python, f"{work}/charts.py", "mpl", f"{work}/matplotlib"],
        }
        times = {name: [] for name in commands}
        said = {}
        for _ in range(rounds):
            for name, command in commands.items():
                said[name] = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
                times[name].append(seconds_a_chart(said[name]))
        own, palette = (statistics.median(times[name]) for name in ("tongjian", "palette"))
        for name in commands:
            median = statistics.median(times[name])
            sizes = f"png {kilobytes(work + '/' + name, '.png'):.0f} kB svg {kilobytes(work + '/' + name, '.svg'):.0f} kB"
            print(f"{name:11s} {median * 1000:7.1f} ms a chart, {median / own:5.1f} times ours, {median / palette:5.1f} times"
                  f" ours with a palette, {sizes}")
            print(f"           {said[name]}")


if __name__ == "__main__":
    main()
