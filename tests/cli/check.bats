# check and export: what is said and printed, and that nothing else is written.

load helper

@test "check writes no files and sums up on one line" {
	r check draft.md
	has_status 0
	holds draft.md
	[ "$(wc -l <<<"$out")" = 1 ] || { show; false; }
	[[ $out == 'draft.md: '*'"Report on bins"'*'0 errors'* ]] || { show; false; }
}

@test "check prints notes too; -q leaves the summary out" {
	printf '# Plain paper\n\nWords and no actions.\n' >paper.md
	r check -q paper.md
	out_is ''
	err_has 'note:'
}

@test "messages name file, line and rule, in the order of places" {
	printf '# T\n\nOne [a](javascript:x).\n\n<b>Two</b>\n\n[c](javascript:y)\n' >odd.md
	r check odd.md
	err_has 'odd.md:3:'
	[[ $err =~ odd\.md:[0-9]+:[0-9]+:\ warning:\ .*\[[a-z-]+\] ]] ||
		{ show; false; }
	lines=$(sed -n 's/^odd\.md:\([0-9]*\):.*/\1/p' <<<"$err")
	[ "$lines" = "$(sort -n <<<"$lines")" ] || { show; false; }
}

@test "build counts the notes that it does not print" {
	printf '# Plain paper\n\nWords and no actions.\n' >paper.md
	r build --to html paper.md
	err_has '(-v shows'
	[[ $err != *'note: '* ]] || { show; false; }
	r build -v --to html paper.md
	err_has 'note: '
}

@test "export prints JSON, or writes it to a file" {
	r export draft.md
	has_status 0
	jq -e '.document.title == "Report on bins" and .source.path == "draft.md"' \
		<<<"$out"
	r export --to json -o model.json draft.md
	has_status 0
	out_is ''
	jq -e . model.json
	r export -o - draft.md
	jq -e . <<<"$out"
	r export --to csv2 draft.md
	has_status 2
	r export draft.md draft.md
	has_status 2
	r export -o draft.md draft.md
	has_status 2
	grep -q bins draft.md
}

@test "a check that cannot read its draft is refused" {
	r check missing.md
	has_status 3
	out_is ''
}
