"""Specifications of a gallery against the published Vega-Lite schema (as altair ships it), and drawn by Vega.

Usage: vega_lite.py FOLDER. Writes FOLDER/NAME.vega.png beside NAME.png for looking at; fails at the first that is not
valid or cannot be drawn.
"""

import json
import pathlib
import sys

import altair
import jsonschema
import vl_convert

SHOWN = [
    "requests-trend", "outcome-composition", "disclosure-by-district", "organ-heatmap", "requests-contribution",
    "disclosure-funnel", "disclosure-slope", "requests-panels", "requests-growth", "requests-distribution",
    "requests-concentration", "requests-leading-districts",
]


def main():
    folder = pathlib.Path(sys.argv[1])
    schemas = sorted(pathlib.Path(altair.__file__).parent.glob("vegalite/v*/schema/vega-lite-schema.json"))
    validator = jsonschema.Draft7Validator(json.loads(schemas[-1].read_text()))
    files = sorted(folder.glob("*.vl.json"))
    for file in files:
        validator.validate(json.loads(file.read_text()))
    for name in SHOWN:
        text = (folder / f"{name}.vl.json").read_text()
        (folder / f"{name}.vega.png").write_bytes(vl_convert.vegalite_to_png(text))
    print(f"{len(files)} specifications valid against {schemas[-1].parts[-3]}, {len(SHOWN)} drawn")


if __name__ == "__main__":
    main()
