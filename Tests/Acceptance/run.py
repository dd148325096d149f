#!/usr/bin/env python3
"""What is too heavy for the tests: reading accuracy and planted errors on generated filings, bundles byte for byte, the page in a real
browser, benchmarks. Usage: run.py TONGJIAN BENCHMARKS. Parts whose inputs are not there say so and are skipped."""
import filecmp
import importlib.util
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("TONGJIAN_SHARED", ROOT.parent / "shared"))
WORK = ROOT / ".build-acceptance"
failures = []


def say(text):
    print(text, flush=True)


def check(ok, what):
    say(("ok      " if ok else "FAILED  ") + what)
    if not ok:
        failures.append(what)


def run(*command, **more):
    return subprocess.run([str(x) for x in command], capture_output=True, text=True, **more)


def bundles(program):
    """The same inputs give the same bytes, from documents and from parsed filings, whatever path and jobs."""
    one, two, three = (WORK / x for x in ("one", "deep/er/two", "three"))
    run(program, "report", ROOT / "Samples", "--output", one, "--jobs", "1")
    run(program, "report", ROOT / "Samples", "--output", two, "--jobs", "2")
    parsed = WORK / "samples.jsonl"
    parsed.write_text(run(program, "parse", ROOT / "Samples", "--detail").stdout)
    run(program, "report", parsed, "--output", three)
    files = sorted(p.relative_to(one) for p in one.rglob("*") if p.is_file())
    check(len(files) > 30, f"a bundle of {len(files)} files")
    for other in (two, three):
        same = [f for f in files if (other / f).exists() and filecmp.cmp(one / f, other / f, shallow=False)]
        check(len(same) == len(files), f"{other.name}: {len(same)} of {len(files)} files equal, byte for byte")
    return one


def pages(bundle):
    """The page in headless Chromium at three widths, and printed; pictures are left for looking at."""
    browser = shutil.which("chromium")
    if not browser:
        return say("skipped the page: no chromium")
    page = (bundle / "index.html").as_uri()
    common = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    for width in (390, 1024, 1440):
        picture = WORK / f"page-{width}.png"
        run(*common, f"--window-size={width},3000", f"--screenshot={picture}", page)
        check(picture.exists() and picture.stat().st_size > 20_000, f"screenshot at {width} px: {picture.name}")
    printed = WORK / "page.pdf"
    run(*common, "--no-pdf-header-footer", f"--print-to-pdf={printed}", page)
    check(printed.exists() and printed.stat().st_size > 50_000, "printed to PDF")


def corpus(program):
    """Accuracy on generated filings with neutral names: every family, two seeds."""
    generator = SHARED / "corpus" / "generate.py"
    if not generator.exists():
        return say("skipped the corpus: no generator beside the project")
    for seed in (1, 2):
        folder = WORK / f"corpus-{seed}"
        run(sys.executable, generator, "--blind", "--output", folder, "--organs", "200", "--seed", seed)
        parsed = WORK / f"corpus-{seed}.jsonl"
        parsed.write_text(run(program, "parse", folder).stdout)
        score = run(sys.executable, SHARED / "corpus" / "score.py", folder / "truth.jsonl", parsed, "--facts")
        say(score.stdout)
        total = next(line.split() for line in score.stdout.splitlines() if line.startswith("total"))
        check(float(total[4]) >= 99.95, f"seed {seed}: {total[4]} % of the printed cells right")
        check(float(total[9]) == 100, f"seed {seed}: {total[9]} % of the organs right")


def checks(program):
    """Planted errors are found and sound filings left alone; the log for editors fits the published schema."""
    generator = SHARED / "corpus" / "generate.py"
    if not generator.exists():
        return say("skipped the planted errors: no generator beside the project")
    for seed in (1, 2):
        rules = judged(program, generator, f"planted-{seed}", "--organs", "800", "--errors", "0.3", "--seed", seed)
        for rule, n in rules.items():
            recall, precision = (n["found"] / max(1, n["planted"]), n["right"] / max(1, n["reported"]))
            wanted = (.98, .99) if rule == "total" else (.97, .98)
            check(recall >= wanted[0] and precision >= wanted[1], f"seed {seed}: {rule} recall {recall:.3f}, precision {precision:.3f}")
    judged(program, generator, "sound", "--organs", "300", "--errors", "0", "--seed", "5")
    found = json.loads((WORK / "sound.findings.json").read_text())["findings"]
    loud = {f["rule"] for f in found if f["severity"] != "note"} - {"cell-missing", "table-shape"}
    check(not loud, f"no error or warning on sound filings: {sorted(loud)}")
    schema = os.environ.get("SARIF_SCHEMA")
    if not schema:
        return say("skipped the SARIF schema: SARIF_SCHEMA does not name sarif-schema-2.1.0.json")
    log = WORK / "sound.sarif"
    log.write_text(run(program, "check", WORK / "sound.jsonl", "--format", "sarif").stdout)
    valid = run(sys.executable, ROOT / "Tests/Tools/validate_sarif.py", schema, log)
    check(valid.returncode == 0, "SARIF log: " + valid.stdout.strip().splitlines()[-1])


def judged(program, generator, name, *arguments):
    """Generates a corpus, reads and checks it, and gives the counts per rule."""
    folder, parsed, found, score = (WORK / (name + x) for x in ("", ".jsonl", ".findings.json", ".score.json"))
    run(sys.executable, generator, "--output", folder, *arguments)
    parsed.write_text(run(program, "parse", folder, "--detail").stdout)
    found.write_text(run(program, "check", parsed, "--format", "json").stdout)
    run(sys.executable, SHARED / "corpus" / "score.py", folder / "truth.jsonl", parsed, "--findings", found, "--json", score)
    return json.loads(score.read_text())["total"]["findings"]


def benchmarks(program):
    say(run(program, "--checks", "100000").stdout)
    say(run(program, ROOT / "Samples").stdout)
    folder = WORK / "corpus-1"
    if folder.exists():
        say(run(program, folder).stdout)


def imports(program):
    """20,000 files to a frozen table beside the nearest peer, taking turns, where PEERS_PYTHON names a Python with Polars."""
    python, peers, rounds = os.environ.get("PEERS_PYTHON"), SHARED / "peers", 5
    if not python or not peers.exists():
        return say("skipped the import beside Polars: PEERS_PYTHON does not name a Python that has it")
    folder = WORK / "peers"
    shutil.copytree(peers, folder)
    run(python, "gen.py", "reports", "data/r20k", "--organs", "2946", cwd=folder)
    run(python, "mklabels.py", cwd=folder)
    ours, theirs = [], []
    for _ in range(rounds):
        line = run(program, folder / "data/r20k/txt", "1", "--import").stdout.splitlines()[-1]
        ours.append(float(line.split("\t")[2].rstrip("/s").replace(",", "")))
        line = run(python, "parse_fast.py", "data/r20k", "polars", cwd=folder).stdout.splitlines()[-1]
        theirs.append(float(line.split(" rep/s")[0].split()[-1]))
    a, b = statistics.median(ours), statistics.median(theirs)
    say(f"files to a table on two threads: {a:,.0f}/s; Polars {b:,.0f}/s (table cells only); ratio {a / b:.2f}, medians of {rounds}")


def metrics(program):
    """All indicators by all comparisons over 100,000 filings, and five of them beside Polars where it is installed."""
    beside = run(sys.executable, ROOT / "Tests" / "Benchmarks" / "metrics_polars.py", program)
    if beside.returncode == 0:
        say(beside.stdout)
        return check("False" not in beside.stdout, "five metrics agree with Polars")
    say("no Polars beside it" if "No module named" in beside.stderr else beside.stderr)
    say(run(program, "metrics").stdout)


def charts(program, measured):
    """Every chart in both languages and three themes, for looking at; their Vega-Lite specifications in another viewer;
    speed beside gnuplot and matplotlib where they are installed."""
    for language in ("zh", "en"):
        for theme in ("light", "dark", "print"):
            folder = WORK / f"gallery-{language}-{theme}"
            formats = ["--format", "png", "vega-lite"]
            run(program, "gallery", ROOT / "Samples", "--output", folder, "--theme", theme, "--language", language, *formats)
            check(len(list(folder.glob("*.png"))) >= 24, f"{folder.name}: 24 charts and more")
    beside = run(sys.executable, ROOT / "Tests" / "Acceptance" / "vega_lite.py", WORK / "gallery-zh-light")
    if "No module named" in beside.stderr:
        say("skipped Vega-Lite: no vl-convert or altair")
    else:
        say(beside.stdout)
        check(beside.returncode == 0, "specifications are valid and drawn by Vega" + beside.stderr[-300:])
    say(run(measured, "charts-growth").stdout)
    peers = SHARED / "peers"
    if not (peers / "charts.py").exists() or not shutil.which("gnuplot"):
        return say("skipped the speed of charts: no peers")
    if not importlib.util.find_spec("matplotlib"):
        return say("skipped the speed of charts: no matplotlib")
    speed = run(sys.executable, ROOT / "Tests" / "Acceptance" / "chart_speed.py", measured, peers)
    say(speed.stdout or speed.stderr[-300:])


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir()
    program, measured = (pathlib.Path(x).resolve() for x in sys.argv[1:3])
    pages(bundles(program))
    charts(program, measured)
    corpus(program)
    checks(program)
    benchmarks(measured)
    imports(measured)
    metrics(measured)
    say(f"{len(failures)} failed" if failures else "all passed")
    sys.exit(1 if failures else 0)


main()
