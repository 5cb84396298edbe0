# tap: how the suites written in shell say what passed. Sourced by them.

# ok NAME; not_ok NAME (what went wrong comes on standard input)
ok() {
	echo "ok - $1"
}

not_ok() {
	echo "not ok - $1"
	sed 's/^/# /'
	echo '#'
}

skip() {
	echo "ok - $1 # SKIP $2"
}

# try NAME COMMAND...: passes when the command does; shows what it printed
try() {
	local name=$1 said
	shift
	if said=$("$@" 2>&1); then
		ok "$name"
	else
		printf '%s\n' "$said" | head -n 40 | not_ok "$name"
	fi
}

# A folder of its own for the suite, removed at its end.
scratch() {
	SCRATCH=$(mktemp -d) || exit 2
	trap 'rm -rf "$SCRATCH"' EXIT
}
