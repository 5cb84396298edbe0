# explain: what each line of a draft was taken to be.

load helper

# says LINE WORDS: the line of that number is said to be that
says() {
	grep -E "^ *$1 .*\| $2" <<<"$out" >/dev/null ||
		{ echo "line $1 is not: $2"; show; false; }
}

@test "explain tells what the lines of a report are" {
	cat >report.txt <<-'END'
	Opening hours of the museum

	Report to: Culture Committee
	Date: 2 December 2026

	1. Purpose

	1.1 This report asks for longer hours.

	Recommendation

	That the hours be agreed.

	- Agreed with the friends of the museum
	- Paid from the gate

	Implications

	Legal: none.
	Financial: £4,000 a year.

	Page 2
	END
	r explain report.txt
	has_status 0
	says 1 'title'
	says 3 'field Report to'
	says 6 'heading'
	says 8 'paragraph 1\.1'
	says 14 'item'
	says 19 'implication Legal'
	[ "$(wc -l <<<"$out")" -eq 22 ]
}

@test "explain tells the themes, objectives and actions of a plan" {
	printf '%s\n' '# Plan' '' '## Theme 1: Water' '' '### Objective 1.1: Dry feet' \
		'' '| Ref | Action | Owner | Status |' '|---|---|---|---|' \
		'| 1.1.1 | Mend the weir | Ann Lee | Green |' \
		'| Total | 1 | | |' >plan.md
	r explain plan.md
	has_status 0
	says 3 'heading 2 \(theme 1\)'
	says 5 'heading 3 \(objective 1\.1\)'
	says 7 'table.*header'
	says 9 'action 1\.1\.1'
	says 10 'table row'
}

@test "explain refuses what is no draft, and takes one at a time" {
	r explain missing.txt
	has_status 3
	r explain draft.md draft.md
	has_status 2
}
