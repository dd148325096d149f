#!/usr/bin/env bash
# Fuzzes the readers of foreign bytes with libFuzzer. Usage: run.sh [READER...]; all without arguments.
# FUZZ_SECONDS: how long each (600); FUZZ_BUILT=1: with what was built last. Inputs that end a reader badly are left in .build-fuzz/found; move such a file to
# Tests/Fuzzing/Corpus/READER/regression-WHAT when it is mended, so that every run of the tests reads it.
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=${FUZZ_SECONDS:-600}
build=.build-fuzz
readers=("$@")
if [ ${#readers[@]} -eq 0 ]; then
    for folder in Tests/Fuzzing/Corpus/*/; do readers+=("$(basename "$folder")"); done
fi

mkdir -p "$build/found"
if [ -z "${FUZZ_BUILT:-}" ]; then
    TONGJIAN_FUZZING=1 swift build --configuration release --product FuzzTarget --scratch-path "$build" >"$build/build.log" 2>&1 \
        || { cat "$build/build.log" >&2; exit 2; }
fi

failed=0
for reader in "${readers[@]}"; do
    grown="$build/corpus/$reader"
    log="$build/$reader.log"
    mkdir -p "$grown"
    status=0
    # Swift's own backtracer would swallow the trap that libFuzzer waits for.
    SWIFT_BACKTRACE=enable=no FUZZ_READER=$reader "$build/release/FuzzTarget" "$grown" "Tests/Fuzzing/Corpus/$reader" \
        -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=16384 -dict=Tests/Fuzzing/words.dict \
        -print_final_stats=1 -artifact_prefix="$build/found/$reader-" >"$log" 2>&1 || status=$?
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    coverage=$(grep -o 'cov: [0-9]* ft: [0-9]*' "$log" | tail -1 || true)
    memory=$(sed -n 's/^stat::peak_rss_mb: *//p' "$log")
    if [ "$status" -eq 0 ] && [ -n "$runs" ]; then
        printf 'ok      %-10s %s executions, %s, %s MB at most\n' "$reader" "$runs" "$coverage" "$memory"
    else
        failed=1
        printf 'FAILED  %-10s see %s\n' "$reader" "$log"
        grep -m 3 -E 'ERROR|SUMMARY|Test unit written' "$log" || true
    fi
done
exit $failed
