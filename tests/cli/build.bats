# build: where papers go, what is printed, what is refused before any work.

load helper

@test "papers lie beside the draft and are named after it" {
	mkdir sub
	mv draft.md sub/
	r build sub/draft.md
	has_status 0
	out_is $'sub/draft.pdf\nsub/draft.html'
	is_pdf sub/draft.pdf
	cd sub
	holds draft.md draft.pdf draft.html
}

@test "-o puts them in a folder, made if it is missing" {
	r build -o papers draft.md
	has_status 0
	out_is $'papers/draft.pdf\npapers/draft.html'
	holds draft.md papers
	r build -o papers/ --to tree draft.md
	out_is papers/draft.tree
}

@test "-o where a file has that name is refused" {
	echo kept >papers
	r build -o papers draft.md
	has_status 3
	err_has 'papers: this folder cannot be made'
	[ "$(cat papers)" = kept ]
}

@test "--to chooses formats, each once" {
	r build --to html,json,html draft.md
	has_status 0
	out_is $'draft.html\ndraft.json'
	jq -e '.format == "rapporteur/1"' draft.json
	r build --to docx draft.md
	has_status 2
	err_has 'there is no format "docx"'
	r build --to '' draft.md
	has_status 2
}

@test "-q prints no names" {
	r build -q draft.md
	has_status 0
	out_is ''
	holds draft.md draft.pdf draft.html
}

@test "- is standard input and output" {
	run_split sh -c '"$0" build --to html - <draft.md' "$RAPPORTEUR"
	has_status 0
	[[ $out == *'Report on bins'* ]]
	holds draft.md
	run_split sh -c '"$0" build -o papers - <draft.md' "$RAPPORTEUR"
	has_status 0
	out_is $'papers/draft.pdf\npapers/draft.html'
	run_split sh -c '"$0" build - <draft.md' "$RAPPORTEUR"
	has_status 2
	err_has 'standard output holds one paper'
	r build --to html - -
	has_status 2
}

@test "-o - prints one paper" {
	r build --to tree -o - draft.md
	has_status 0
	[[ $out == document* ]]
	r build -o - draft.md
	has_status 2
	holds draft.md
}

@test "two drafts for one file are refused before anything is written" {
	cp draft.md draft.txt
	r build draft.md ./draft.txt
	has_status 2
	err_has 'would both be written to'
	mkdir a b
	cp draft.md a/
	cp draft.md b/
	r build -o papers a/draft.md b/draft.md
	has_status 2
	holds a b draft.md draft.txt
	r build draft.md draft.md
	has_status 2
}

@test "a draft is never written over" {
	cp draft.md draft.html
	cp draft.md other.md
	before=$(cat draft.html)
	r build draft.md draft.html other.md
	has_status 2
	err_has 'written over the draft "draft.html"'
	[ "$(cat draft.html)" = "$before" ]
	[ ! -e other.pdf ]
}

@test "many drafts in one run: one that cannot be read does not stop the rest" {
	cp draft.md other.md
	r build --to html draft.md missing.md other.md
	has_status 3
	err_has 'missing.md: error: cannot be opened: No such file or directory'
	[ -e draft.html ] && [ -e other.html ]
}

@test "a folder and a binary file are no drafts" {
	mkdir folder
	r build folder
	has_status 3
	err_has 'folder: error: cannot be read: Is a directory'
	head -c 3000 /dev/zero >binary.txt
	r build binary.txt
	has_status 3
	err_has 'binary.txt: error: '
	err_has '[not-text]'
	[ ! -e binary.pdf ]
}

@test "an error in the text is status 1, and the paper is written" {
	printf '   \n' >empty.txt
	r build empty.txt
	has_status 1
	err_has 'empty.txt: error:'
	is_pdf empty.pdf
}

@test "a template that does not exist is wrong use" {
	r build -t nosuch draft.md
	has_status 2
	err_has 'there is no template "nosuch"'
	holds draft.md
}

@test "each built-in template can be asked for" {
	r templates
	has_status 0
	[ "$(wc -l <<<"$out")" -ge 3 ] || { show; false; }
	for name in $(awk '{ print $1 }' <<<"$out"); do
		r build -t "$name" --to html draft.md
		[ "$status" -eq 0 ] || { show; false; }
	done
}

@test "--as-of takes British and ISO dates, and no others" {
	for date in 2019-03-31 31/03/2019 31.3.2019 '31 March 2019' '1 Mar 2020' \
		29/02/2020; do
		r build --as-of "$date" --to html draft.md
		has_status 0
	done
	for date in 31/02/2019 2019-13-01 2019-3-1 yesterday 03/31/2019 29/02/2019 \
		'' 1/1/19 2019-01-01x; do
		r build --as-of "$date" --to html draft.md
		has_status 2
		err_has 'is no date'
	done
}

@test "SOURCE_DATE_EPOCH must be a number" {
	SOURCE_DATE_EPOCH=yesterday r build --to html draft.md
	has_status 2
	err_has SOURCE_DATE_EPOCH
}

@test "--verify finds nothing missing" {
	r build --verify draft.md
	has_status 0
	is_pdf draft.pdf
}

@test "the same draft gives the same bytes, whatever the clock says" {
	unset SOURCE_DATE_EPOCH
	r build -o a draft.md
	TZ=Pacific/Auckland LC_ALL=C.UTF-8 r build -o b draft.md
	diff -r a b
}

@test "papers are replaced, and keep their mode" {
	echo old >draft.html
	chmod 600 draft.html
	r build draft.md
	has_status 0
	[ "$(stat -c %a draft.html)" = 600 ]
	grep -q bins draft.html
}

@test "names with spaces, dots and a leading hyphen" {
	mv draft.md 'Item 7.2 of 12.md'
	r build --to html 'Item 7.2 of 12.md'
	out_is 'Item 7.2 of 12.html'
	mv 'Item 7.2 of 12.md' -- -x.md
	r build --to html -- -x.md
	out_is '-x.html'
	mv -- -x.md plain
	r build --to html plain
	out_is plain.html
}

@test "messages have no colour in a file" {
	printf 'x\n' >odd.txt
	unset NO_COLOR
	r build --to html odd.txt
	[[ $err != *$'\033'* ]]
}

@test "overdue is judged by --as-of, else the draft's day, else the environment's" {
	as_of() {
		"$RAPPORTEUR" export "$@" 2>/dev/null | jq -r .summary.as_of
	}
	printf '# Plan\n\nWords.\n' >plain.md
	printf '%s\n' --- 'title: Plan' 'date: 2024-03-03' --- '' Words. >dated.md
	unset SOURCE_DATE_EPOCH
	[ "$(as_of plain.md)" = null ]
	[ "$(as_of dated.md)" = 2024-03-03 ]
	export SOURCE_DATE_EPOCH=946684800
	[ "$(as_of plain.md)" = 2000-01-01 ]
	[ "$(as_of dated.md)" = 2024-03-03 ]
	[ "$(as_of --as-of 1/2/2020 dated.md)" = 2020-02-01 ]
}

@test "the same draft gives the same bytes in another place" {
	mkdir -p here "there and/far away" home
	cp "$BATS_TEST_DIRNAME/../../examples/delivery-plan.txt" here/plan.txt
	cp here/plan.txt "there and/far away/plan.txt"
	(cd here && r build --pdfa 3a --to pdf,html,json,csv -o out plan.txt)
	(
		cd "there and/far away"
		umask 077
		export TZ=Pacific/Auckland LC_ALL=C LANG=cy_GB.UTF-8
		export HOME=$PWD/../../home TMPDIR=$PWD COLUMNS=40
		r build --pdfa 3a --to pdf,html,json,csv -o ../out plan.txt
	)
	for kind in pdf html json csv; do
		cmp "here/out/plan.$kind" "there and/out/plan.$kind"
	done
}

@test "--pdfa 3a carries the draft as it was given" {
	printf '\xEF\xBB\xBF# Plan\r\n\r\nWords.\r\n' >plan.md
	r build --pdfa 3a --to pdf,json,csv -o out plan.md
	has_status 0
	mkdir out/got
	pdfdetach -saveall -o out/got out/plan.pdf
	cmp plan.md out/got/plan.md
	cmp out/plan.json out/got/plan.json
	cmp out/plan.csv out/got/plan.csv
	r build --to pdf -o out plan.md
	[ "$(pdfdetach -list out/plan.pdf)" = "0 embedded files" ]
	r build --pdfa 1b plan.md
	has_status 2
	err_has '--pdfa is 2a or 3a, not "1b"'
}
