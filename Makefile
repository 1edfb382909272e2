# The front door. Every target does its own set-up (requirements/miljo.sh), so nothing needs to be installed or
# activated first. Values reach the commands through the environment, so spaces and quotes in them are harmless.

CONTENT = content
OUT = build/site
DATUM =
FORMAT =
BASLINJE =
PORT =
ORGAN =
FIL =
UT = content
ERSATT =
ALLA =
ARBETARE =
ARGS =
KRAV_ALLT =
UPPGRADERA =
SKRIV =
FEL =
MOTEN =
DELAR =
PYTHON ?=

export CONTENT OUT DATUM FORMAT BASLINJE PORT ORGAN FIL UT ARBETARE MOTEN DELAR PYTHON
export PYTHONUTF8 = 1
export NO_MKDOCS_2_WARNING = 1
unexport PYTHONPATH PYTHONHOME

python = .venv/bin/python
generator = $(python) -m generator
datum = $(if $(DATUM),--datum "$$DATUM")
arbetare = $(if $(ARBETARE),--arbetare "$$ARBETARE")
pytest = $(python) -m pytest -n auto --dist loadfile $(if $(KRAV_ALLT),--inga-utelamnade)
compile = cd requirements && ../$(python) -m uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --only-binary :all: --emit-build-options --no-config --no-emit-index-url \
	--no-emit-find-links --default-index https://pypi.org/simple $(if $(UPPGRADERA),--upgrade)

.DEFAULT_GOAL = hjalp
.NOTPARALLEL:
.PHONY: hjalp check baslinje build serve ny import granska test snabbtest tillganglighet lint schema adresser \
	anslagsregister import-matt bench las stada miljo-bygg miljo-import miljo-utveckling miljo-bench

hjalp:
	@echo 'Protokollarkivet. Skriv  make  och ett av:'
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-15s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo 'Val skrivs efter, till exempel  make build DATUM=2024-11-01 :'
	@echo
	@awk -F ' *## ' '/^## / { printf "  %s\n", substr($$0, 4) }' Makefile
	@echo
	@echo 'Allt som behövs hämtas av sig självt första gången.'

## CONTENT=mapp     posternas mapp (annars content)
## OUT=mapp         dit webbplatsen byggs (annars build/site)
## DATUM=ÅÅÅÅ-MM-DD dagen att bygga för (annars i dag); för  ny  sammanträdets dag
## FORMAT=text      eller github eller json: hur  check  skriver sina anmärkningar
## BASLINJE=fil     kända fel som  check  ska förbigå
## FIL=fil          det som  import  läser in; det får vara flera filer, eller en mapp
## UT=mapp          posternas mapp för  import  och  granska  (annars content)
## ERSATT=1         import  får skriva över utkast som någon har ändrat i
## ALLA=1           granska  godkänner alla utkast utan att fråga
## PORT=8000        den port som  serve  lyssnar på
## ARBETARE=2       så många processer delar på arbetet (annars en för varje kärna)
## MOTEN='300 3000' hur många möten  bench  mäter med
## DELAR='bygge hugo' bara de delarna av  bench : granskning bygge serve mkdocs hugo zensical lasare sok
## ARGS='-k anslag' mer till pytest, för  test  och  snabbtest
## PYTHON=sökväg    en bestämd Python (3.11–3.14)

check: miljo-bygg ## granskar posterna, bygger inget
	@$(generator) check --content "$$CONTENT" $(datum) $(arbetare) $(if $(FORMAT),--format "$$FORMAT") \
		$(if $(BASLINJE),--baseline "$$BASLINJE")

baslinje: miljo-bygg ## sparar dagens fel som kända i BASLINJE, så att bara nya sedan visas
	@$(generator) check --content "$$CONTENT" $(datum) --skriv-baslinje "$${BASLINJE:-baslinje.json}"

build: miljo-bygg ## granskar posterna och bygger webbplatsen
	@$(generator) build --content "$$CONTENT" --out "$$OUT" $(datum) $(arbetare)

serve: miljo-bygg ## visar webbplatsen på den egna datorn och följer ändringar
	@$(generator) serve --content "$$CONTENT" $(datum) $(arbetare) $(if $(PORT),--port "$$PORT")

ny: miljo-bygg ## lägger upp ett nytt sammanträde: make ny ORGAN=… DATUM=ÅÅÅÅ-MM-DD
	@if [ -z "$$ORGAN" ] || [ -z "$$DATUM" ]; then \
		echo "Skriv  make ny ORGAN=organets-namn DATUM=ÅÅÅÅ-MM-DD  (namnen är filernas i $$CONTENT/organ/)" >&2; \
		exit 1; fi
	@$(generator) ny "$$ORGAN" "$$DATUM" --content "$$CONTENT"

import: miljo-import ## läser in dokument som utkast: make import FIL=protokoll.pdf
	@if [ -z "$$FIL" ]; then \
		echo "Skriv  make import FIL=protokoll.pdf  (också .docx, .txt, .html, flera filer eller en mapp)" >&2; exit 1; fi
	@$(generator) import --ut "$$UT" $(datum) $(if $(ERSATT),--ersatt) -- "$$FIL"

granska: miljo-import ## går igenom utkasten, ställe för ställe, och lägger de granskade på plats
	@$(generator) granska --ut "$$UT" $(datum) $(if $(ALLA),--alla) $(ARGS)

# Compiled once, also where Python is told to keep nothing: else each process begins with compiling all of it anew.
test snabbtest tillganglighet: export PYTHONDONTWRITEBYTECODE =

test: miljo-utveckling ## kör alla tester
	@$(pytest) $(ARGS)

snabbtest: miljo-utveckling ## kör de snabba testerna, under en minut
	@$(pytest) -m 'not langsam' --hypothesis-profile snabb $(ARGS)

tillganglighet: miljo-utveckling ## granskar sidorna med axe-core; utfallet står sedan på /tillganglighet/
	@ARKIV_DATUM="$${DATUM:-$$(date +%F)}" $(python) -m pytest -m axe --godkann --inga-utelamnade tests/webblasare

lint: miljo-utveckling ## granskar koden: stil, typer och lager
	@$(python) -m ruff check
	@$(python) -m ruff format --check --quiet
	@$(python) -m mypy
	@$(python) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()'

schema: miljo-bygg ## skriver om JSON-scheman i schema/, för hjälp i redigeraren
	@$(generator) schema --out schema

adresser: miljo-bygg ## för in nya adresser i content/adresser.txt; de ska sedan alltid finnas
	@$(generator) adresser --content "$$CONTENT" $(datum)

anslagsregister: miljo-bygg ## för in det som just publicerats på en officiell anslagstavla
	@$(generator) anslagsregister --content "$$CONTENT" $(datum)

import-matt: miljo-import ## mäter hur väl importen läser handlingar med känt facit (SKRIV=1 för in det i handboken)
	@$(generator) import-matt --content "$$CONTENT" $(if $(SKRIV),--skriv) $(if $(FEL),--fel)

bench: miljo-bench ## mäter bygget vid sidan av andras, och för in tabellen i README.md (en knapp halvtimme)
	@$(python) -m tests.bench $(if $(MOTEN),--moten $$MOTEN) $(if $(DELAR),--delar $$DELAR) $(if $(SKRIV),--skriv)

las: miljo-utveckling ## räknar om låsfilerna i requirements/ (UPPGRADERA=1 höjer allt)
	@$(python) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/las.txt
	@$(compile) bygg.in -o bygg.txt
	@$(compile) import.in -o import.txt
	@$(compile) utveckling.in -o utveckling.txt
	@$(compile) bench.in -o bench.txt
	@$(compile) las.in -o las.txt

stada: ## tar bort allt som går att göra om: build/, .venv/, cachar
	@rm -rf build .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache node_modules

miljo-bygg:
	@sh requirements/miljo.sh bygg

miljo-import:
	@sh requirements/miljo.sh import

miljo-utveckling:
	@sh requirements/miljo.sh utveckling

miljo-bench:
	@sh requirements/miljo.sh bench

.DEFAULT:
	@$(info Kommandot "$@" finns inte. Skriv  make  så visas alla.) exit 2
