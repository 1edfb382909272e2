#!/bin/sh
# Makes .venv hold what the lock files say:  sh requirements/miljo.sh bygg|utveckling
#
# The stamp is a copy of the lock file, put into .venv after a whole installation. A changed lock, an interrupted
# installation and a Python that has since been removed all show as a stamp that no longer holds, and the
# environment is made again from nothing. PYTHON, if set, is the only Python that is tried.
set -eu
cd "$(dirname "$0")/.."
level=$1
python=.venv/bin/python

stamp_holds() { cmp -s "requirements/$1.txt" ".venv/$1.lock"; }

up_to_date() {
    stamp_holds bygg && { [ "$level" = bygg ] || stamp_holds "$level"; } && "$python" -c '' 2>/dev/null
}

# Prints: duger | gammal 3.9 | ny 3.15 | naken 3.11 (no venv or no ensurepip); nothing where there is no such Python.
# The locks are tried on 3.11 to 3.14; later ones lack ready-made packages.
probe() {
    command -v "$1" >/dev/null 2>&1 || return 0
    "$1" -c '
import sys
word = "gammal" if sys.version_info[:2] < (3, 11) else "ny" if sys.version_info[:2] > (3, 14) else "duger"
try:
    import ensurepip, venv
except ImportError:
    word = "naken" if word == "duger" else word
print("%s %d.%d" % ((word,) + tuple(sys.version_info[:2])))' 2>/dev/null || return 0
}

# Sets chosen to the first Python that will do; the reasons why others will not are kept for refuse.
choose() {
    chosen='' found=''
    if [ -n "${PYTHON:-}" ]; then set -- "$PYTHON"; else set -- python3 python3.14 python3.13 python3.12 python3.11; fi
    for candidate in "$@"; do
        answer=$(probe "$candidate")
        case $answer in
            duger*) chosen=$candidate; return 0 ;;
            ?*) found="$found $answer;" ;;
        esac
    done
}

refuse() {
    case $found in
        *naken*)
            version=${found#*naken }
            version=${version%%;*}
            why="Python $version finns, men saknar venv och pip."
            cure="På Debian och Ubuntu:  sudo apt install python$version-venv" ;;
        *ny*)
            why="Den Python som finns är nyare än arkivets paket är prövade med ($found )."
            cure="Installera Python 3.14 vid sidan av, så hittar make den själv." ;;
        *gammal*)
            why="Den Python som finns är för gammal ($found )."
            cure="Installera Python 3.11 till 3.14, så hittar make den själv." ;;
        *)
            why="Python hittas inte${PYTHON:+ som \"$PYTHON\"}."
            cure="Installera den, så hittar make den själv." ;;
    esac
    cat >&2 <<END
$why
Arkivet byggs med Python 3.11, 3.12, 3.13 eller 3.14.
$cure
  Debian, Ubuntu:  sudo apt install python3 python3-venv
  Fedora:          sudo dnf install python3.14
  macOS:           brew install python@3.14   (eller www.python.org/downloads)
Heter den något särskilt:  make PYTHON=/sökväg/till/python …
END
    exit 1
}

fail() {
    echo "Installationen av arkivets paket blev inte klar. Orsaken står här ovanför; oftast är det nätet." >&2
    echo "Ge samma kommando igen, så görs den om från början." >&2
    exit 1
}

install() {
    set -- -r requirements/bygg.txt
    [ "$level" = bygg ] || set -- "$@" -r "requirements/$level.txt"
    "$python" -m pip install --quiet --no-input --disable-pip-version-check --require-hashes "$@" || fail
    cp requirements/bygg.txt .venv/bygg.lock
    [ "$level" = bygg ] || cp "requirements/$level.txt" ".venv/$level.lock"
}

up_to_date && exit 0
echo "Hämtar arkivets paket till .venv (första gången, och när låsfilen har ändrats) …" >&2
level_asked=$level level=bygg
if [ -e .venv/utveckling.lock ] || ! up_to_date; then
    choose
    [ -n "$chosen" ] || refuse
    rm -rf .venv
    "$chosen" -m venv .venv || fail
fi
level=$level_asked
rm -f .venv/*.lock
install
