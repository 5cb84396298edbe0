#!/bin/bash
# usage: tests/tools/bench.sh BUILD
# How long whole runs of the program take, the most memory they hold, and how
# large tags make a file.
# Uses the seeds' delivery plan where it is at hand, else the examples'.
cd "$(dirname "$0")/../.." || exit 2
program=$PWD/$1/rapporteur
cost=$PWD/$1/tests/tools/cost
sizes=$PWD/$1/tests/unit/test_pdf_tags
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
plan=examples/delivery-plan.txt
for seed in "${SEEDS:-../shared/seeds}"/001*.txt; do
	[ -e "$seed" ] && plan=$seed
done
awk 'BEGIN {
	print "# Plan\n\n| Ref | Action | Owner | Status | Progress |"
	print "|---|---|---|---|---|"
	for (i = 1; i <= 10000; i++)
		printf "| %d | Repair bridge %d | Owner %d | %s | Word%d done |\n",
		    i, i, i % 40, i % 3 ? "Green" : "Amber", i
}' >"$scratch/rows.md"

row() { # WHAT RUNS COMMAND...
	local what=$1
	shift
	printf '%-44s %s\n' "$what" "$("$cost" "$@")"
}

printf '%-44s %10s %10s\n' "$(basename "$plan")" 'ms' 'MB'
cd "$scratch" || exit 2
plan=$(cd "$OLDPWD" && realpath "$plan")
row 'start, and the version' 21 "$program" --version
row 'check' 21 "$program" check "$plan"
row 'build --to html' 21 "$program" build --to html -o out "$plan"
row 'build --to pdf' 21 "$program" build --to pdf -o out "$plan"
row 'build (PDF and HTML)' 21 "$program" build -o out "$plan"
row 'build --verify' 21 "$program" build --verify -o out "$plan"
for count in 1000 10000 100000; do
	"$OLDPWD/tests/cost/draft" tabs $count >rows.txt
	row "$count actions: check" 3 "$program" check rows.txt
done
row '10,000 actions: build --to html' 1 "$program" build --to html -o out rows.md
row '10,000 actions: build (PDF and HTML)' 1 "$program" build -o out rows.md
"$sizes" 2>/dev/null | sed -n 's/^# //p'
