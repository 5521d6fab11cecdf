# The menu. `make test` is what CI runs; `make test-all` comes before a release.

TIME ?= 30s
LOAD ?= 10m
SEED ?= 1
part = @tests/part

.NOTPARALLEL:
.PHONY: help build serve test test-all format vet staticcheck imports unit tidy install types mathml webp auction epub search browser browser-all lighthouse publish pictures fuzz bench release looked full hard load

help: ## this menu
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

build: ## SOM-hub's site into public/
	go run ./cmd/vitryna build

serve: ## preview of SOM-hub's site, with live reload
	go run ./cmd/vitryna serve

# In this order: what is quick to tell comes first.
test: format vet tidy staticcheck imports unit install types mathml webp auction epub search browser ## everything, under 15 minutes (CI)
	@echo; echo 'make test: all parts passed'

test-all: format vet tidy staticcheck imports unit install types mathml webp auction epub search browser-all wine publish looked full hard load ## the same with every page, the program for Windows under wine, a release looked through, publications to a server of SSH and to a storage, full disks, killed builds, a preview under load, and a minute of each fuzz target
	$(part) fuzz tests/fuzz 60s
	@echo; echo 'make test-all: all parts passed'

format: ## gofmt, and the sums of all modules
	$(part) format sh -c 'go mod verify && out=$$(gofmt -l cmd generator layouts assets tests/*.go); [ -z "$$out" ] || { echo "not formatted:"; echo "$$out"; exit 1; }'

vet: ## go vet
	$(part) vet sh -c 'go vet ./... && cd tests && go vet ./...'

tidy: ## go.mod holds what is imported, and nothing else
	$(part) tidy sh -c 'go mod tidy -diff && cd tests && go mod tidy -diff'

staticcheck: ## staticcheck
	$(part) staticcheck sh -c 'go tool -modfile=tests/go.mod staticcheck ./... && cd tests && go tool staticcheck ./...'

imports: ## who imports whom
	$(part) imports go test -count=1 -run '^TestImports$$' ./generator

# The scripts and the tests of the conductor build some six hundred sites: with the race detector they would take half an hour, so there
# it sees those of the conductor's tests that work on many files at once. In the packages of single there is neither a goroutine nor a lock, and
# pictures take eight times as long under it.
single = auction imported mathml picture table webp
unit: ## go test, with the race detector wherever goroutines meet
	$(part) unit sh -c 'go test -timeout 15m ./cmd/... ./generator $(single:%=./generator/%) && go test -race -timeout 15m $$(go list ./... | grep -v -e /cmd/ -e /generator$$ $(single:%=-e /generator/%$$)) && go test -race -timeout 10m -run "Jobs|RenderIsAll|MemoryReads|AttachmentChanges|PicturesAre|ReloadWhile" ./generator'

install: ## the tools of the browser tests, where they are missing
	$(part) install tests/install.sh

types: install ## the types of the scripts
	$(part) types tests/node_modules/.bin/tsc -p tests

mathml: install ## our MathML against Temml's
	$(part) mathml node tests/mathml/compare.mjs

webp: install ## our WebP in the decoder that browsers have
	$(part) webp tests/webp

epub: install ## two validators over every EPUB
	$(part) epub tests/epub

auction: install ## the check of an auction in the browser against the audits of Go
	$(part) auction node tests/auction/verify.mjs

search: install ## the words and keys of the search in the browser against the vectors of Go, and two thousand queries that nobody thought of (SEED=1)
	$(part) search sh -c 'node tests/search/keys.mjs && node tests/search/queries.mjs $(SEED)'

browser: install ## Chromium, axe and two validators over one page of each kind
	$(part) browser sh -c 'cd tests && go test -count=1 -timeout 20m ./...'

browser-all: install ## the same over every page, and the results into the accessibility statement
	$(part) browser-all sh -c 'cd tests && go test -count=1 ./stems && go test -count=1 -timeout 90m . -args -every -statement ../content/accessibility.yaml'

lighthouse: install ## Lighthouse over pages of five purposes, five times each: 100 in everything; an answer to a finger within 50 ms
	$(part) lighthouse sh -c 'cd tests && (cd lighthouse && { cmp -s package-lock.json node_modules/.installed || { npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && cp package-lock.json node_modules/.installed; }; }) && go test -count=1 -v -timeout 40m -run "^(TestLighthouse|TestAnswers)$$" . -args -lighthouse 5'

publish: install ## publications over SFTP to the server of Debian, to a storage that speaks S3 and to a branch of git, with the line cut and the program killed (SEED=1)
	$(part) publish sh -c 'cd tests && ./install.sh storage && go test -count=1 -timeout 20m ./publish -args -server -seed=$(SEED)'

wine: ## the program for Windows, under wine
	$(part) wine tests/wine

pictures: install ## contact sheets of every kind of page, for the eyes, in pictures/ (OF=expression takes some)
	cd tests && go test -count=1 -v -timeout 30m -run '^TestPictures$$' . -args -pictures=../pictures -of='$(OF)'
	@echo 'open pictures/index.html'

fuzz: ## every fuzz target for TIME=30s (OF=expression takes some: OF=generator/table)
	$(part) fuzz tests/fuzz $(TIME) '$(OF)'

release: ## the programs for all systems, twice and compared, checksums, a list of what is in them: dist/ (ARGS=-trial from a tree that is not committed)
	go run ./cmd/release -out dist $(ARGS)

looked: install ## a release looked through as by somebody who has got it; made for that, or the one in DIST=dist
	$(part) looked tests/release $(DIST)

full: ## builds onto a full disk, and with a full cache: a tmpfs of 1 MB
	$(part) full tests/full

hard: ## two hundred killed builds, a hundred damaged caches (SEED=1), and sites with 50,000 of everything
	$(part) hard go test -count=1 -timeout 30m -run '^(TestBuildKilled|TestCacheDamaged)$$' ./cmd/vitryna -kills 200 -seed $(SEED)
	$(part) hard-sites go test -count=1 -timeout 30m -run '^TestHardSites$$' ./generator -hard 25000

load: ## the preview with 200 tabs, 5,000 saves, a folder of 20,000 files, for LOAD=10m
	$(part) load go test -count=1 -timeout 60m -v -run '^TestUnderLoad$$' ./generator/serve -load $(LOAD)

bench: ## every benchmark, six times, for benchstat; then the whole program beside the floor
	go test -run '^$$' -bench . -benchmem -count 6 ./...
	cd tests && go test -run '^$$' -bench . -benchtime 3x -count 6 -timeout 60m ./bench
