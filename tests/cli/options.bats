# options: help, version, and the ways to call the program wrongly.

load helper

@test "no command, or one that is none, is wrong use" {
	r
	has_status 2
	err_has '"rapporteur --help" shows'
	r bild draft.md
	has_status 2
	err_has 'there is no command "bild"'
	out_is ''
}

@test "help is printed on standard output" {
	for words in --help -h 'build --help' 'check -h' 'export --help' \
		'templates --help'; do
		r $words
		has_status 0
		[[ $out == Usage:* ]]
		[ -z "$err" ]
	done
}

@test "help names every option that the manual names" {
	page=$BATS_TEST_DIRNAME/../../docs/rapporteur.1
	for option in $(sed -n 's/^\.It.*Fl -\([a-z-]*\).*/\1/p' "$page"); do
		{ "$RAPPORTEUR" --help; for c in build check export config watch init templates; do
			"$RAPPORTEUR" $c --help; done; } | grep -qe "--$option" ||
			{ echo "--$option is not in --help"; false; }
	done
	for option in $(for c in build check export config watch init templates; do "$RAPPORTEUR" $c --help
		done | grep -oE -e '--[a-z-]+' | sort -u); do
		grep -q "Fl ${option#-}" "$page" ||
			{ echo "$option is not in the manual"; false; }
	done
}

@test "the version is one line" {
	r --version
	has_status 0
	[[ $out =~ ^rapporteur\ [0-9]+\.[0-9]+\.[0-9]+$ ]]
}

@test "unknown options, missing and needless values" {
	r build --frobnicate draft.md
	has_status 2
	err_has 'unknown option "--frobnicate"'
	r build -Z draft.md
	has_status 2
	err_has 'unknown option "-Z"'
	r build --paper A6 draft.md
	has_status 2
	err_has '--paper is A3, A4, A5 or Letter, not "A6"'
	r build draft.md --as-of
	has_status 2
	err_has '"--as-of" needs a value'
	r build draft.md --verify=yes
	has_status 2
	err_has 'takes no value'
	r check --verify draft.md
	has_status 2
	holds draft.md
}

@test "options may follow drafts" {
	r build draft.md --to tree -q
	has_status 0
	holds draft.md draft.tree
}

@test "drafts are needed" {
	for command in build check export; do
		r $command
		has_status 2
		err_has 'no draft is named'
	done
	r templates draft.md
	has_status 2
}

@test "--syntax is text or markdown" {
	r build --syntax text --to tree -o - draft.md
	has_status 0
	r build --syntax word draft.md
	has_status 2
	err_has '--syntax'
}
