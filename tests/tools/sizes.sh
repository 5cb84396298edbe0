#!/bin/bash
# usage: tests/tools/sizes.sh
# Lists what has grown: functions over 40 lines, files over 500. Fails for
# functions over 80 and files over 800.
cd "$(dirname "$0")/../.." || exit 2
find src tests -name '*.[ch]' -print | sort | xargs awk '
	function close_file() {
		if (lines > 800) { bad = 1; verdict = "too long" }
		else verdict = "long"
		if (lines > 500)
			printf "%s: %s file: %d lines\n", file, verdict, lines
	}
	FNR == 1 { close_file(); file = FILENAME; lines = 0; start = 0 }
	{ lines = FNR }
	# the house form: a function opens and closes with a brace at the margin
	/^[a-z_][a-zA-Z0-9_]*\(/ { name = $0; sub(/\(.*/, "", name) }
	/^\{$/ { start = FNR }
	/^\}$/ && start {
		length_ = FNR - start - 1
		if (length_ > 80) { bad = 1; verdict = "too long" }
		else verdict = "long"
		if (length_ > 40)
			printf "%s:%d: %s function: %s, %d lines\n", \
			    FILENAME, start, verdict, name, length_
		start = 0
	}
	END { close_file(); exit bad }'
