#!/usr/bin/env python3
"""Validates a SARIF log against the published JSON schema. Usage: validate_sarif.py SCHEMA LOG
The schema is sarif-schema-2.1.0.json of the OASIS repository sarif-spec; needs the package jsonschema."""
import json
import sys

import jsonschema

schema, log = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
validator = jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker())
problems = sorted(validator.iter_errors(log), key=lambda e: list(map(str, e.absolute_path)))
for problem in problems[:20]:
    print("/".join(map(str, problem.absolute_path)) + ": " + problem.message[:300])
results = sum(len(run.get("results", [])) for run in log["runs"])
print(f"{results} results, {len(problems)} problems")
sys.exit(1 if problems else 0)
