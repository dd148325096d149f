# make run         install what is missing, build, make the bundle of Samples/
# make test        install what is missing, build once in debug, run all tests
# make acceptance  what is heavy: reading accuracy, real browser, determinism, benchmarks, fuzzing
# make format      rewrite sources in house style;  make lint  only check

SHELL := /bin/bash
PACKAGES := libcairo2-dev libpango1.0-dev libssl-dev libxml2-dev libzip-dev zlib1g-dev poppler-utils pkg-config fonts-noto-cjk
ACCEPTANCE_PACKAGES := chromium python3
OUTPUT ?= bundle
RELEASE := .build-release
BINARY := $(RELEASE)/release/tongjian
# With Swift's libraries inside, the program starts in half the time, and runs where Swift is not installed.
BUILD_RELEASE := swift build --configuration release --static-swift-stdlib --scratch-path $(RELEASE) --product

.PHONY: run test acceptance fuzz gallery build setup setup-acceptance format lint samples clean

run: build
	$(BINARY) report Samples --output $(OUTPUT)

build: setup
	$(BUILD_RELEASE) tongjian

test: setup
	swift build --build-tests
	swift test --skip-build

acceptance: build setup-acceptance
	$(BUILD_RELEASE) Benchmarks
	python3 Tests/Acceptance/run.py $(BINARY) $(RELEASE)/release/Benchmarks
	Tests/Fuzzing/run.sh

# Every reader of foreign bytes for FUZZ_SECONDS (600) each; READER=html only that one.
fuzz: setup
	Tests/Fuzzing/run.sh $(READER)

setup:
	@$(call install,$(PACKAGES))

setup-acceptance:
	@$(call install,$(ACCEPTANCE_PACKAGES))

format:
	swift format --in-place --recursive Sources Tests Package.swift

lint:
	swift format lint --recursive Sources Tests Package.swift

# The pictures of Charts/README.md.
gallery: build
	$(BINARY) gallery Samples --output Charts/pictures --scale 0.5

samples:
	python3 Tests/Tools/make_samples.py
	python3 Tests/Tools/make_fuzz_corpus.py

clean:
	rm -rf .build $(RELEASE) .build-fuzz $(OUTPUT)

# Installs the Debian packages that are not there; asks for sudo only when not root and only when something is missing.
define install
	missing=(); \
	for package in $(1); do \
		dpkg-query --show --showformat='$${db:Status-Status}' $$package 2>/dev/null | grep -qx installed || missing+=("$$package"); \
	done; \
	if [ $${#missing[@]} -gt 0 ]; then \
		command -v apt-get >/dev/null || { echo "install by hand: $${missing[*]}" >&2; exit 2; }; \
		as_root=(); [ "$$(id -u)" -eq 0 ] || as_root=(sudo); \
		echo "installing $${missing[*]}"; \
		"$${as_root[@]}" apt-get update -qq; \
		DEBIAN_FRONTEND=noninteractive "$${as_root[@]}" apt-get install -y -qq --no-install-recommends "$${missing[@]}" >/dev/null; \
	fi
endef
