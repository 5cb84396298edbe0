# helper: a folder of its own for each test, with a draft in it.

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	export HOME=$BATS_TEST_TMPDIR.home # settings of whoever runs this
	unset XDG_CONFIG_HOME
	printf '%s\n' '# Report on bins' '' 'The bins are full.' '' \
		'## Recommendations' '' '1. Empty them.' '' \
		'## Background papers' '' 'None.' >draft.md
}

# run_split COMMAND...: like bats' run, with $out and $err apart
run_split() {
	status=0
	"$@" >"$BATS_TEST_TMPDIR/.out" 2>"$BATS_TEST_TMPDIR/.err" || status=$?
	out=$(cat "$BATS_TEST_TMPDIR/.out")
	err=$(cat "$BATS_TEST_TMPDIR/.err")
	rm -f "$BATS_TEST_TMPDIR/.out" "$BATS_TEST_TMPDIR/.err"
}

r() {
	run_split "$RAPPORTEUR" "$@"
}

# what the test saw, for the reader of a failure
show() {
	echo "status $status"
	echo "out: $out"
	echo "err: $err"
	ls -la
}

has_status() {
	[ "$status" -eq "$1" ] || { show; return 1; }
}

err_has() {
	[[ $err == *"$1"* ]] || { show; return 1; }
}

out_is() {
	[ "$out" = "$1" ] || { show; return 1; }
}

is_pdf() {
	[ "$(head -c 5 "$1")" = %PDF- ] || { show; return 1; }
	[ "$(tail -c 6 "$1" | tr -d '\n')" = '%%EOF' ] || { show; return 1; }
}

# the folder holds these files and no others
holds() {
	[ "$(ls -A | sort | tr '\n' ' ')" = "$(printf '%s\n' "$@" | sort | tr '\n' ' ')" ] ||
		{ show; return 1; }
}

# Writes logo.png, a picture of four pixels.
logo() {
	base64 -d >logo.png <<-'END'
	iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR42mOI0a0C
	IgYIBQAb6gQNwn8t9QAAAABJRU5ErkJggg==
	END
}
