# make run and make test are all a newcomer needs; each sets up, builds and runs.

# Built dependencies stay here, outside the clone, so that another clone does not build them again.
SCRATCH ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/pawprint/build
JOBS ?= 2
CORPUS ?= fixtures/good
SWIFT ?= swift
# Swift's own libraries inside the program, where the toolchain has them: a third off every start, and nothing to carry along.
STATIC = $(and $(wildcard $(dir $(realpath $(shell command -v $(SWIFT))))../lib/swift_static/linux/libFoundation.a),--static-swift-stdlib)
BUILD = $(SWIFT) build --scratch-path $(SCRATCH) -j $(JOBS) $(STATIC)
SOURCES = Package.swift Sources Tests Benchmarks fixtures

.PHONY: run test setup build lint bench match-bench serve-bench fixtures golden sanitize fuzz-api fuzz-decode clean help

run: setup  ## Build the program and make a dataset of the pictures in fixtures/ (into out/quickstart).
	$(BUILD) -c release --product pawprint
	$(SCRATCH)/release/pawprint run Pipelines/quickstart.yaml

test: setup  ## Build and run the tests.
	$(SWIFT) test --scratch-path $(SCRATCH) -j $(JOBS)

setup:  ## Install the C libraries, only if one is missing.
	@./.ci/setup

build: setup  ## Build the program for use: $(SCRATCH)/release/pawprint.
	$(BUILD) -c release --product pawprint
	@echo "built $(SCRATCH)/release/pawprint"

lint:  ## Check the style.
	$(SWIFT) format lint --strict --recursive $(SOURCES)

# The pictures are drawn anew where no folder is given: make bench CORPUS=folder PEERS=python-with-peers.
bench: build  ## Measure speed, accuracy and memory beside the decode limit.
	$(BUILD) -c release --product decode-limit
	$(BUILD) -c release --product decode-needed
	$(BUILD) -c release --product pipeline-bench
ifeq ($(origin CORPUS),file)
	$(BUILD) -c release --product bench-corpus
	$(SCRATCH)/release/bench-corpus $(SCRATCH)/bench-corpus
	$(SCRATCH)/release/pipeline-bench --json $(SCRATCH)/bench.json $(if $(PEERS),--peers $(PEERS)) $(SCRATCH)/bench-corpus
else
	$(SCRATCH)/release/pipeline-bench --json $(SCRATCH)/bench.json $(if $(PEERS),--peers $(PEERS)) $(CORPUS)
endif

match-bench: setup  ## Find all pairs among a million fingerprints, and hold them to brute force.
	$(BUILD) -c release --product match-bench
	$(SCRATCH)/release/match-bench

serve-bench: build  ## Measure the server beside nginx (needs wrk and nginx).
	Benchmarks/ServeBench/serve-bench $(SCRATCH)/release/pawprint

fixtures: setup  ## Draw fixtures/ anew.
	$(BUILD) -c release --product make-fixtures
	$(SCRATCH)/release/make-fixtures fixtures

golden: setup  ## Rewrite fixtures/expected after a change of behavior; review the difference.
	PAWPRINT_REWRITE_GOLDEN=1 $(SWIFT) test --scratch-path $(SCRATCH) -j $(JOBS) --filter Golden

sanitize: setup  ## Run the tests under AddressSanitizer and ThreadSanitizer (without the network packages).
	Tests/sanitize $(SCRATCH)-sanitize $(JOBS)

fuzz-api: build  ## Ask the server everything that its OpenAPI document allows and forbids (needs Python and PyPI).
	Tests/fuzz-api $(SCRATCH)/release/pawprint

fuzz-decode: setup  ## Decode damaged pictures by our own paths and by the libraries for some minutes, and compare.
	$(BUILD) -c release --product decode-fuzz
	$(SCRATCH)/release/decode-fuzz fixtures 180

clean:  ## Remove everything built.
	rm -rf $(SCRATCH) $(SCRATCH)-sanitize

help:  ## Say what there is.
	@sed -n 's/^\([a-z-]*\):.*##/make \1:/p' $(MAKEFILE_LIST)
