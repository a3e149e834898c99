# CityGraph. Go alone suffices for everything but the pages; see CONTRIBUTING.md.
.DEFAULT_GOAL := help
.PHONY: help build pages run run-neo4j test gen check bench clean

ADDR ?= 127.0.0.1:8080
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)

help: ## show this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## /{printf "make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: pages ## build bin/citygraph, with the pages where Node.js is there
	go build -trimpath -ldflags "-X main.version=$(VERSION)" -o bin/citygraph ./cmd/citygraph

PAGE_SOURCES := $(shell find web/src web/build docs/examples docs/api.md web/explorer.html web/playground.html web/vite.config.ts web/package-lock.json -type f 2>/dev/null)

pages: web/dist/pages/playground.html
web/dist/pages/playground.html: $(PAGE_SOURCES)
	@scripts/pages || { test $$? -eq 3 && echo "pages: not built (see above); the API works without them"; }

run: build ## build and serve the seed dataset on ADDR (127.0.0.1:8080)
	bin/citygraph serve --addr $(ADDR)

run-neo4j: build ## the same from a real Neo4j, started for it (needs Java 17 and Maven)
	go run ./scripts/neo4j sh -c 'bin/citygraph import && exec bin/citygraph serve --addr $(ADDR)'

test: ## run every test that this machine can run
	@scripts/test

gen: ## generate code and documents anew
	go generate ./...

check: ## lint, and fail if generated files are not as generated
	@scripts/lint
	@scripts/regenerated

bench: ## run the benchmarks
	go test -run '^$$' -bench . -benchmem ./...

clean: ## remove what was built
	rm -rf bin web/dist/pages web/test-results .cache
