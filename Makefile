# Two commands matter: `make demo` and `make test`. Each does all its own set-up. `make help` lists them all.
# Options pass as ARGS: make demo ARGS='--weeks 2 --seed 7'

SHELL := /bin/bash
.DEFAULT_GOAL := help
NODE_OK := $(shell node -e 'const [a,b]=process.versions.node.split(".").map(Number);console.log(a>22||(a===22&&b>=13)?1:0)' 2>/dev/null)

# Hardhat 3 wants Node 22.13 or newer. Where the machine's own is older, Node 24 comes from the npm registry.
ifeq ($(NODE_OK),1)
RUN = bash -c
else
RUN = npx --yes --package node@24 -c
endif

INSTALLED := node_modules/.package-lock.json
# Hardhat's own binary, one a platform. npm under an older Node leaves it out without a word: then all is installed anew.
EDR := $(wildcard node_modules/@nomicfoundation/edr-*/*.node)
BIN := node_modules/.bin
HARDHAT := $(BIN)/hardhat
TSX := $(BIN)/tsx
SOLHINT := $(BIN)/solhint --disc --noPoster --max-warnings 0
CONTRACTS := "contracts/**/*.sol"
SOLIDITY_TESTS := "test/**/*.sol"

.PHONY: help demo demo-report node warp replay fairness quotes bench docs docs-serve images deploy keystore build build-production test test-solidity test-typescript test-deep gas gas-report sizes packages test-packages mutants coverage \
  check check-format check-solidity check-layers check-typescript check-sizes check-gas check-generated check-prose abis fix clean incomplete

$(INSTALLED): package.json package-lock.json cli/package.json sdk/package.json simulation/package.json $(if $(EDR),,incomplete)
	@echo 'Installing dependencies (a minute or so).' >&2
	@$(RUN) 'npm ci --no-audit --no-fund --loglevel=error' >&2
	@touch $@

### To see it work. The last four need nothing compiled

# Mistakes are answered before anything is compiled, and help needs nothing else.
demo: $(INSTALLED) ## six weeks of two markets on a node of its own, every invariant checked (--help lists the options)
	@$(RUN) '$(TSX) scripts/demo/checkArguments.ts $(ARGS)'
	@$(if $(findstring --help,$(ARGS)),:,$(MAKE) --no-print-directory build-production)
	@$(RUN) '$(TSX) scripts/demo.ts $(ARGS)'

demo-report: $(INSTALLED) ## draws the last demo's report again, from what it kept in out/demo.json
	@$(RUN) '$(TSX) scripts/demo-report.ts $(ARGS)'

node: $(INSTALLED) ## a node to play with, open for trade, until Ctrl-C: make node ARGS='--speed 600' (or --still, --port, --seed)
	@$(RUN) '$(TSX) scripts/node/checkArguments.ts $(ARGS)'
	@$(if $(findstring --help,$(ARGS)),:,$(MAKE) --no-print-directory build-production)
	@$(RUN) '$(TSX) scripts/node.ts $(ARGS)'

warp: $(INSTALLED) ## lets time pass on the node that make node started: make warp ARGS='1d' (or 90m, 6h, 2w)
	@$(RUN) '$(TSX) scripts/warp.ts $(ARGS)'

quotes: $(INSTALLED) ## our quotes beside a real option chain's: make quotes ARGS='--chain FILE.csv'
	@$(RUN) '$(TSX) scripts/quotes.ts $(ARGS)'

replay: $(INSTALLED) ## twenty years of the S&P 500 through the vaults' economics
	@$(RUN) '$(TSX) scripts/replay.ts $(ARGS)'

fairness: $(INSTALLED) ## looks for gains at others' expense in a model of one vault
	@$(RUN) '$(TSX) scripts/fairness.ts $(ARGS)'

bench: $(INSTALLED) ## prices and volatilities a second, beside another package's, and errors against 50 digits
	@$(RUN) '$(TSX) scripts/bench.ts'

### To read it, and to build on it

help: ## this list
	@awk -F ':.*## ' '/^### / { printf "%s%s\n", separator, substr($$0, 5); separator = "\n" } /^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' Makefile

docs: $(INSTALLED) ## the documentation as a site, in out/docs/: pages, and the reference of contracts and SDK
	@$(RUN) '$(TSX) scripts/docs.ts'

docs-serve: $(INSTALLED) ## shows that site in a browser, at http://127.0.0.1:4173 until Ctrl-C (or --port)
	@$(RUN) '$(TSX) scripts/docs-serve.ts $(ARGS)'

packages: build-production ## what others install: tarballs of the SDK, the command line and the contracts, in out/packages
	@$(RUN) '$(TSX) scripts/packages.ts'

# URL and key come from the keystore. Mistakes are answered before anything is compiled.
deploy: $(INSTALLED) ## onto a test network: make deploy ARGS='--network sepolia --actors actors.json --dry-run'
	@$(RUN) '$(TSX) scripts/deploy/checkArguments.ts $(ARGS)'
	@$(if $(findstring --help,$(ARGS)),:,$(MAKE) --no-print-directory build-production)
	@$(RUN) '$(TSX) scripts/deploy.ts $(ARGS)'

keystore: $(INSTALLED) ## one secret of the keystore: make keystore ARGS='set DEPLOYER_KEY'
	@$(RUN) '$(HARDHAT) keystore $(ARGS)'

### To change it: what is run often

# scripts/hardhat/compilationProgress.ts says on stderr what is compiled; on stdout Hardhat prints an empty line a part.
build: $(INSTALLED) ## contracts under the quick profile, and their types
	@$(RUN) '$(HARDHAT) build --no-tests --quiet > /dev/null'

# All at once are more than the compiler can write down: units by themselves, and the long runs.
UNIT_TESTS = $(shell find test/unit test/gas -name '*.t.sol')
LONG_TESTS = $(shell find test/fuzz test/invariant -name '*.t.sol')
TEST_SOLIDITY = $(HARDHAT) test solidity $(UNIT_TESTS) && $(HARDHAT) test solidity $(LONG_TESTS)

# Both runners side by side, one a core: the Solidity tests compile while the TypeScript ones run. What they printed is shown at the
# end, whole where one failed, so that the last thing read is what failed.
test: build ## every test, Solidity and TypeScript
	@mkdir -p out
	@$(RUN) '($(TEST_SOLIDITY)) > out/test-solidity.log 2>&1 & solidity=$$!; \
	  $(HARDHAT) test mocha --no-compile; typescript=$$?; \
	  echo "Waiting for the Solidity tests."; wait $$solidity; status=$$?; \
	  if [ $$status -eq 0 ]; then grep passing out/test-solidity.log; else cat out/test-solidity.log; fi; \
	  exit $$((typescript | status))'

test-solidity: $(INSTALLED) ## the Solidity tests
	@$(RUN) '$(TEST_SOLIDITY)'

test-typescript: $(INSTALLED) ## the TypeScript tests
	@$(RUN) '$(HARDHAT) test mocha'

# The cheap comes first; the slow compiler profile last, so that it runs once.
check: $(INSTALLED) ## what CI runs: format, lint, types, layers, generated files, documentation, tests, packages, sizes, gas
	@$(MAKE) --no-print-directory check-format
	@$(MAKE) --no-print-directory check-solidity
	@$(MAKE) --no-print-directory check-layers
	@$(MAKE) --no-print-directory check-generated
	@$(MAKE) --no-print-directory check-typescript
	@$(MAKE) --no-print-directory docs
	@$(MAKE) --no-print-directory test
	@$(MAKE) --no-print-directory test-packages
	@$(MAKE) --no-print-directory check-sizes
	@$(MAKE) --no-print-directory check-gas

fix: $(INSTALLED) ## repairs what a tool can
	@$(RUN) '$(TSX) scripts/check-prose.ts --fix && $(BIN)/prettier --write --log-level warn . && $(SOLHINT) --fix --noPrompt $(CONTRACTS) && $(BIN)/eslint --fix .'

clean: ## removes what was built
	@rm -rf artifacts cache out coverage

### To change it: parts of the check, and what is run now and then

check-format: check-prose ## prettier, and prose within its columns
	@$(RUN) '$(BIN)/prettier --check --log-level warn .' && echo 'Format: as prettier writes it.'

check-prose: $(INSTALLED) ## prose within 120 columns
	@$(RUN) '$(TSX) scripts/check-prose.ts'

check-solidity: $(INSTALLED) ## solhint
	@$(RUN) '$(SOLHINT) $(CONTRACTS) && $(SOLHINT) --config .solhint.tests.json $(SOLIDITY_TESTS)' && echo 'Solidity: no warning.'

check-layers: $(INSTALLED) ## imports of contracts run one way, those of TypeScript in no circle
	@$(RUN) '$(TSX) scripts/check-layers.ts'

check-typescript: build ## types and eslint
	@$(RUN) '$(BIN)/tsc --noEmit -p tsconfig.json && $(BIN)/eslint --max-warnings 0 .' && echo 'TypeScript: no warning.'

check-generated: $(INSTALLED) ## typechain-types/ and the SDK's ABIs are what the contracts generate
	@$(RUN) '$(TSX) scripts/check-generated.ts'

check-sizes: build-production ## contract sizes against their snapshot and the limits
	@$(RUN) '$(TSX) scripts/check-sizes.ts --check'

check-gas: build-production ## gas against its snapshot
	@$(RUN) '$(TSX) scripts/gas.ts --check'

# Node, TypeScript, bundlers, other compilers. Needs the npm registry, or its cache.
test-packages: build ## installs the packages in empty folders elsewhere
	@$(RUN) 'node --import tsx $(BIN)/mocha "packages/test/*.test.ts"'

test-deep: $(INSTALLED) ## every test with long fuzz and invariant runs
	@BULKHEAD_TEST_PROFILE=deep $(RUN) '$(TEST_SOLIDITY) && $(HARDHAT) test mocha'

# All tests but the bounds on gas, which counting breaks, and those that speak to a node, whose process it does not see.
COVERING_TESTS = $(shell find test \( -path test/gas -o -path test/integration/node -o -path test/integration/docs \) -prune -o \( -name '*.t.sol' -o -name '*.test.ts' \) -print)

coverage: $(INSTALLED) ## line coverage of the contracts
	@$(RUN) '$(HARDHAT) test --coverage $(COVERING_TESTS) && $(TSX) scripts/check-coverage.ts'

mutants: $(INSTALLED) ## mutation testing by sample: do the tests notice a change?
	@$(RUN) '$(TSX) scripts/mutants.ts $(ARGS)'

gas: build-production ## gas figures under the production profile, into snapshots/gas.json
	@$(RUN) '$(TSX) scripts/gas.ts $(ARGS)'

# Mistakes are answered before anything is compiled.
gas-report: $(INSTALLED) ## gas and cost of each method and deployment while tests run: make gas-report ARGS='--gwei 2 --price 3000'
	@$(RUN) '$(TSX) scripts/gas-report.ts --dry-run $(ARGS)'
	@$(if $(findstring --help,$(ARGS)),:,$(MAKE) --no-print-directory build-production)
	@$(if $(findstring --help,$(ARGS)),:,$(RUN) '$(TSX) scripts/gas-report.ts $(ARGS)')

sizes: build-production ## contract sizes under the production profile, into snapshots/sizes.json
	@$(RUN) '$(TSX) scripts/check-sizes.ts'

abis: build ## the SDK's ABIs, from the compiled contracts
	@$(RUN) '$(TSX) scripts/abis.ts'

images: build ## the pictures of option tokens in docs/images/, as the contract draws them
	@$(RUN) '$(TSX) scripts/images.ts'

build-production: $(INSTALLED) ## contracts as they are deployed (via-IR; takes some minutes)
	@$(RUN) '$(HARDHAT) build --build-profile production --no-tests --quiet > /dev/null'

incomplete:
