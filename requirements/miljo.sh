#!/bin/sh
# Makes .venv hold what the lock files say:  sh requirements/miljo.sh bygg|import|utveckling|bench
#
# The stamp is a copy of the lock file, put into .venv after a whole installation. A changed lock, an interrupted
# installation and a Python that has since been removed all show as a stamp that no longer holds, and the
# environment is made again from nothing. PYTHON, if set, is the only Python that will do. Every level has the levels
# before it in it.
set -eu
cd "$(dirname "$0")/.."
case $1 in
    bygg) levels=bygg ;;
    import) levels='bygg import' ;;
    utveckling) levels='bygg import utveckling' ;;
    bench) levels='bygg import utveckling bench' ;;
    *) echo "Nivån $1 finns inte; bygg, import, utveckling och bench finns." >&2; exit 2 ;;
esac
python=.venv/bin/python

stamp_holds() { cmp -s "requirements/$1.txt" ".venv/$1.lock"; }

which_python() { "$1" -c 'import sys; print(sys.base_prefix, sys.version)' 2>/dev/null; }

runs() {
    here=$(which_python "$python") || return 1
    [ -z "${PYTHON:-}" ] || [ "$here" = "$(which_python "$PYTHON")" ]
}

up_to_date() {
    for one in $levels; do stamp_holds "$one" || return 1; done
    runs
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

versions() { echo "$found" | tr -d 'a-z' | tr -s '; ' ' ' | sed 's/^ //; s/ $//; s/ /, /g'; }

refuse() {
    case $found in
        *naken*)
            version=${found#*naken }
            version=${version%%;*}
            why="Python $version finns, men saknar venv och pip."
            cure="På Debian och Ubuntu:  sudo apt install python$version-venv" ;;
        *ny*)
            why="Den Python som finns ($(versions)) är nyare än vad arkivets paket är prövade med."
            cure="Installera Python 3.14 vid sidan av, så hittar make den själv." ;;
        *gammal*)
            why="Den Python som finns ($(versions)) är för gammal."
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
    set --
    for one in $levels; do set -- "$@" -r "requirements/$one.txt"; done
    "$python" -m pip install --quiet --quiet --no-input --disable-pip-version-check --require-hashes "$@" || fail
    for one in $levels; do cp "requirements/$one.txt" ".venv/$one.lock"; done
}

# One at a time: the lock is a link whose target is the process that holds it, so that a dead one is seen.
lock=.venv.upptagen
take_turn() {
    turns=0
    until ln -s "$$" "$lock" 2>/dev/null; do
        [ "$turns" -ne 0 ] || echo "Väntar på ett annat make, som håller på med .venv …" >&2
        [ "$turns" -lt 300 ] || { echo "Kan inte låsa $PWD/$lock: går mappen att skriva i?" >&2; exit 1; }
        turns=$((turns + 1))
        kill -0 "$(readlink "$lock")" 2>/dev/null || rm -f "$lock"
        sleep 1
    done
    trap 'rm -f "$lock"' EXIT
    trap 'exit 1' HUP INT TERM
}

# What more is asked for can be put into an environment where all that is there holds; any other is made anew.
can_be_extended() {
    for one in import utveckling bench; do
        [ ! -e ".venv/$one.lock" ] || stamp_holds "$one" || return 1
    done
    (levels=bygg && up_to_date)
}

up_to_date && exit 0
take_turn
up_to_date && exit 0
if ! can_be_extended; then
    choose
    [ -n "$chosen" ] || refuse
fi
echo "Hämtar arkivets paket till .venv (första gången, och när låsfilen har ändrats) …" >&2
if ! can_be_extended; then
    rm -rf .venv
    "$chosen" -m venv .venv || fail
fi
for one in $levels; do rm -f ".venv/$one.lock"; done
install
