#!/bin/bash
# usage: tests/tools/cover.sh BUILD
# Which share of each file's and each folder's lines the tests reached, by gcov;
# least first.
cd "$(dirname "$0")/../.." || exit 2
build=$PWD/$1
find "$build" -name '*.gcda' -not -path '*/tests/*' -print0 |
	xargs -0 gcov -n 2>/dev/null | awk '
	/^File .src\// { gsub(/.*src/, "src"); gsub(/.$/, ""); file = $0; next }
	/^Lines executed/ && file {
		sub(/Lines executed:/, ""); split($0, part, "% of ")
		printf "%6.1f%% of %5d  %s\n", part[1], part[2], file
		folder = file; sub(/[^\/]*$/, "", folder)
		lines += part[2]; in_folder[folder] += part[2]
		part[1] *= part[2] / 100; file = ""
		reached += part[1]; reached_in[folder] += part[1]
	}
	END {
		for (folder in in_folder)
			printf "%6.1f%% of %5d  %s\n", reached_in[folder] * 100 / \
			    (in_folder[folder] + !in_folder[folder]),
			    in_folder[folder], folder
		printf "%6.1f%% of %5d  in all\n",
		    lines ? reached * 100 / lines : 0, lines
	}' |
	sort -n
