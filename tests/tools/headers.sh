#!/bin/sh
# usage: tests/tools/headers.sh "COMPILER FLAGS"
# Fails for a header that needs another one to be included before it.
cd "$(dirname "$0")/../.." || exit 2
status=0
for header in $(find src -name '*.h' | sort); do
	echo "#include \"${header#src/}\"" |
		$1 -Werror -x c -fsyntax-only - || status=1
done
exit $status
