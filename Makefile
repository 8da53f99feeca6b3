# Two commands matter: `make demo` and `make test`. Each does all its own set-up.
# Options of demo, node, replay, fairness, quotes, deploy, keystore and mutants pass as ARGS: make demo ARGS='--weeks 2 --seed 7'

SHELL := /bin/bash
NODE_OK := $(shell node -e 'const [a,b]=process.versions.node.split(".").map(Number);console.log(a>22||(a===22&&b>=13)?1:0)' 2>/dev/null)

# Hardhat 3 wants Node 22.13 or newer. Where the machine's own is older, Node 24 comes from the npm registry.
ifeq ($(NODE_OK),1)
RUN = bash -c
else
RUN = npx --yes --package node@24 -c
endif

INSTALLED := node_modules/.package-lock.json
BIN := node_modules/.bin
HARDHAT := $(BIN)/hardhat
TSX := $(BIN)/tsx
SOLHINT := $(BIN)/solhint --disc --noPoster --max-warnings 0
CONTRACTS := "contracts/**/*.sol"
SOLIDITY_TESTS := "test/**/*.sol"

.PHONY: demo node replay fairness quotes deploy keystore build build-production test test-solidity test-typescript test-deep gas sizes packages test-packages mutants coverage \
  check check-format check-solidity check-layers check-typescript check-sizes check-gas check-generated abis fix clean

$(INSTALLED): package.json package-lock.json cli/package.json sdk/package.json simulation/package.json
	@echo 'Installing dependencies (a minute or so).' >&2
	@$(RUN) 'npm ci --no-audit --no-fund --loglevel=error' >&2
	@touch $@

# A test network: make deploy ARGS='--network sepolia --actors actors.json --dry-run'; URL and key come from the keystore.
deploy: $(if $(findstring --help,$(ARGS)),$(INSTALLED),build-production)
	@$(RUN) '$(TSX) scripts/deploy.ts $(ARGS)'

# One secret of the keystore: make keystore ARGS='set DEPLOYER_KEY'
keystore: $(INSTALLED)
	@$(RUN) '$(HARDHAT) keystore $(ARGS)'

build: $(INSTALLED)
	@$(RUN) '$(HARDHAT) build --no-tests --quiet'

build-production: $(INSTALLED)
	@echo 'Compiling what has changed (all of it takes some minutes).' >&2
	@$(RUN) '$(HARDHAT) build --build-profile production --no-tests --quiet'

# Mistakes are answered before anything is compiled, and help needs nothing else.
demo: $(INSTALLED)
	@$(RUN) '$(TSX) scripts/demo/checkArguments.ts $(ARGS)'
	@$(if $(findstring --help,$(ARGS)),:,$(MAKE) --no-print-directory build-production)
	@$(RUN) '$(TSX) scripts/demo.ts $(ARGS)'

node: build-production
	@$(RUN) '$(TSX) scripts/node.ts $(ARGS)'

# Needs nothing compiled: the vaults' economics in TypeScript.
replay: $(INSTALLED)
	@$(RUN) '$(TSX) scripts/replay.ts $(ARGS)'

# Looks for gains at others' expense in a model of one vault. Needs nothing compiled either.
fairness: $(INSTALLED)
	@$(RUN) '$(TSX) scripts/fairness.ts $(ARGS)'

# Needs nothing compiled: our quotes beside a real option chain's. make quotes ARGS='--chain FILE.csv'
quotes: $(INSTALLED)
	@$(RUN) '$(TSX) scripts/quotes.ts $(ARGS)'

# Both runners side by side, one a core: the Solidity tests compile while the TypeScript ones run. Theirs is printed at the end.
test: build
	@mkdir -p out
	@$(RUN) '$(HARDHAT) test solidity > out/test-solidity.log 2>&1 & solidity=$$!; \
	  $(HARDHAT) test mocha --no-compile; typescript=$$?; \
	  echo "Waiting for the Solidity tests."; wait $$solidity; status=$$?; cat out/test-solidity.log; \
	  exit $$((typescript | status))'

test-solidity: $(INSTALLED)
	@$(RUN) '$(HARDHAT) test solidity'

test-typescript: $(INSTALLED)
	@$(RUN) '$(HARDHAT) test mocha'

test-deep: $(INSTALLED)
	@BULKHEAD_TEST_PROFILE=deep $(RUN) '$(HARDHAT) test'

# Gas figures under the production profile, into snapshots/gas.json.
gas: build-production
	@$(RUN) '$(TSX) scripts/gas.ts $(ARGS)'

check-gas: build-production
	@$(RUN) '$(TSX) scripts/gas.ts --check'

# What others install: tarballs of the SDK, the command line and the contracts, in out/packages.
packages: build-production
	@$(RUN) '$(TSX) scripts/packages.ts'

# Installs them in empty folders elsewhere: Node, TypeScript, bundlers, other compilers. Needs the npm registry, or its cache.
test-packages: build
	@$(RUN) 'node --import tsx $(BIN)/mocha "packages/test/*.test.ts"'

# Changes one operator, constant or check at a time and sees whether the tests notice.
mutants: $(INSTALLED)
	@$(RUN) '$(TSX) scripts/mutants.ts $(ARGS)'

# All tests but the bounds on gas, which counting breaks.
COVERING_TESTS = $(shell find test -path test/gas -prune -o \( -name '*.t.sol' -o -name '*.test.ts' \) -print)

coverage: $(INSTALLED)
	@$(RUN) '$(HARDHAT) test --coverage $(COVERING_TESTS) && $(TSX) scripts/check-coverage.ts'

sizes: build-production
	@$(RUN) '$(TSX) scripts/check-sizes.ts'

# What CI runs. The cheap comes first; the slow compiler profile last, so that it runs once.
check: $(INSTALLED)
	@$(MAKE) --no-print-directory check-format
	@$(MAKE) --no-print-directory check-solidity
	@$(MAKE) --no-print-directory check-layers
	@$(MAKE) --no-print-directory check-typescript
	@$(MAKE) --no-print-directory check-generated
	@$(MAKE) --no-print-directory test
	@$(MAKE) --no-print-directory test-packages
	@$(MAKE) --no-print-directory check-sizes
	@$(MAKE) --no-print-directory check-gas

check-format: $(INSTALLED)
	@$(RUN) '$(BIN)/prettier --check --log-level warn .' && echo 'Format: as prettier writes it.'

check-solidity: $(INSTALLED)
	@$(RUN) '$(SOLHINT) $(CONTRACTS) && $(SOLHINT) --config .solhint.tests.json $(SOLIDITY_TESTS)' && echo 'Solidity: no warning.'

check-layers: $(INSTALLED)
	@$(RUN) '$(TSX) scripts/check-layers.ts'

check-typescript: build
	@$(RUN) '$(BIN)/tsc --noEmit -p tsconfig.json && $(BIN)/eslint --max-warnings 0 .' && echo 'TypeScript: no warning.'

check-sizes: build-production
	@$(RUN) '$(TSX) scripts/check-sizes.ts --check'

# The SDK's ABIs, from the compiled contracts.
abis: build
	@$(RUN) '$(TSX) scripts/abis.ts'

check-generated: build
	@$(RUN) '$(TSX) scripts/check-generated.ts'

# Repairs what a tool can.
fix: $(INSTALLED)
	@$(RUN) '$(BIN)/prettier --write --log-level warn . && $(SOLHINT) --fix --noPrompt $(CONTRACTS) && $(BIN)/eslint --fix .'

clean:
	@rm -rf artifacts cache out coverage
