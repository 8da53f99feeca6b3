# Two commands matter: `make demo` and `make test`. Each does all its own set-up.
# Options of a script pass as ARGS: make demo ARGS='--weeks 2 --seed 7'

SHELL := /bin/bash
NODE_OK := $(shell node -e 'const [a,b]=process.versions.node.split(".").map(Number);console.log(a>22||(a===22&&b>=13)?1:0)' 2>/dev/null)

# Hardhat 3 wants Node 22.13 or newer. Where the machine's own is older, Node 24 comes from the npm registry.
ifeq ($(NODE_OK),1)
RUN = bash -c
else
RUN = npx --yes --package node@24 -c
endif

INSTALLED := node_modules/.package-lock.json
HARDHAT := node_modules/.bin/hardhat

.PHONY: demo node build test test-solidity test-typescript test-deep gas coverage check fix clean

$(INSTALLED): package.json package-lock.json sdk/package.json
	@$(RUN) 'npm ci --no-audit --no-fund --loglevel=error'
	@touch $@

build: $(INSTALLED)
	@$(RUN) '$(HARDHAT) build --no-tests --quiet'

test: $(INSTALLED)
	@$(RUN) '$(HARDHAT) test'

test-solidity: $(INSTALLED)
	@$(RUN) '$(HARDHAT) test solidity'

test-typescript: $(INSTALLED)
	@$(RUN) '$(HARDHAT) test mocha'

test-deep: $(INSTALLED)
	@BULKHEAD_TEST_PROFILE=deep $(RUN) '$(HARDHAT) test'

clean:
	@rm -rf artifacts cache typechain-types out coverage
