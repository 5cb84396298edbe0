# papers: what programs that are not ours say of finished papers. Sourced by
# the suites. Each function prints what is wrong and fails.

# papers_words BUILD DRAFT PDF HTML JSON: every word of the draft, as often as
# it stands there, is in the PDF as pdftotext reads it (and pdfinfo its links),
# and in the HTML page; or in the list of what was dropped.
papers_words() {
	local build=$1 draft=$2 pdf=$3 html=$4 json=$5 status=0 dir
	dir=$(mktemp -d) || return 1
	jq -r '(.left_out // empty), .dropped[].text, (.repairs[] | select(.kind == "encoding") |
		.before)' "$json" >"$dir/dropped" || status=1
	pdftotext -enc UTF-8 "$pdf" "$dir/pdf" 2>"$dir/said" || status=1
	[ -s "$dir/said" ] && { cat "$dir/said"; status=1; }
	pdfinfo -url "$pdf" >>"$dir/pdf" 2>/dev/null
	"$build/tests/tools/htmltext" "$html" >"$dir/html" || status=1
	"$build/tests/tools/words" "$draft" "$dir/dropped" "$dir/pdf" ||
		{ echo "... in the PDF"; status=1; }
	"$build/tests/tools/words" "$draft" "$dir/dropped" "$dir/html" ||
		{ echo "... in the HTML"; status=1; }
	rm -rf "$dir"
	return $status
}

# qpdf finds no fault in the file.
papers_pdf_sound() {
	local said
	said=$(qpdf --check "$1" 2>&1) || { echo "$said"; return 1; }
	if grep -i warning <<<"$said"; then return 1; fi
}

# Every font is embedded, cut down to what is used, and says what its glyphs
# mean.
papers_fonts() {
	local bad
	bad=$(pdffonts "$1" 2>&1 | awk '
		NR > 2 && ($(NF-4) != "yes" || $(NF-3) != "yes" || $(NF-2) != "yes")
		END { if (NR < 3) print "no fonts" }')
	[ -z "$bad" ] || { echo "$bad"; return 1; }
}

# Tagged, with a title and a language, and read without complaint.
papers_tagged() {
	local info said how
	info=$(pdfinfo "$1" 2>&1)
	grep -qE '^Tagged: +yes' <<<"$info" || { echo "not tagged"; return 1; }
	grep -qE '^Title: +[^ ]' <<<"$info" || { echo "no title"; return 1; }
	said=$(pdftotext "$1" /dev/null 2>&1)
	[ -z "$said" ] || { echo "$said"; return 1; }
	# with the text poppler paints a page again for each tag: not for long ones
	how=-struct
	[ "$(sed -n 's/^Pages: *//p' <<<"$info")" -gt 5 ] || how=-struct-text
	pdfinfo $how "$1" >"$1.tags" 2>"$1.said" || return 1
	[ ! -s "$1.said" ] || { cat "$1.said"; return 1; }
	grep -q '^ *Document' "$1.tags" || { echo "no Document"; return 1; }
}

# A page that is well-formed, whole in itself, and has what a screen reader
# goes by.
papers_html_sound() {
	xmllint --noout "$1" 2>&1 || return 1
	if grep -nE '<script[^>]* src|<link [^>]*stylesheet|@import|src="https?:|<[^>]* on[a-z]+="' "$1"; then
		echo "the page is not whole in itself"
		return 1
	fi
	[ "$(grep -oE '<h1[ >]' "$1" | wc -l)" = 1 ] || { echo "not one h1"; return 1; }
	grep -q '<html[^>]* lang="' "$1" || { echo "no language"; return 1; }
	grep -q '<main' "$1" || { echo "no main"; return 1; }
	grep -q '<title>[^<]' "$1" || { echo "no title"; return 1; }
}

# papers_all BUILD NAME DRAFT OUT [OPTION...]: builds a draft into OUT and
# judges its papers.
papers_all() {
	local build=$1 name=$2 draft=$3 out=$4 base status
	shift 4
	base=$(basename "$draft")
	base=$out/${base%.*}
	mkdir -p "$out" "$out/again"
	"$build/rapporteur" build -q --to json -o "$out" "$@" "$draft" 2>/dev/null
	"$build/rapporteur" build --verify -q -o "$out" "$@" "$draft" \
		>"$out/said" 2>&1
	status=$?
	if [ $status -ne 0 ]; then
		{ echo "exit status $status"; cat "$out/said"; } |
			head -n 8 | not_ok "$name: builds and verifies without errors"
		[ -e "$base.pdf" ] || return
	else
		ok "$name: builds and verifies without errors"
	fi
	"$build/rapporteur" build -q -o "$out/again" "$@" "$draft" 2>/dev/null
	# with sanitizers only the program itself is of interest
	case $build in *-san) return ;; esac
	try "$name: a second PDF is the same" cmp "$base.pdf" \
		"$out/again/$(basename "$base").pdf"
	try "$name: a second page is the same" cmp "$base.html" \
		"$out/again/$(basename "$base").html"
	try "$name: every word is there" \
		papers_words "$build" "$draft" "$base.pdf" "$base.html" "$base.json"
	try "$name: qpdf has nothing to say" papers_pdf_sound "$base.pdf"
	try "$name: fonts are embedded, subset, mapped" papers_fonts "$base.pdf"
	try "$name: tagged, titled, read in silence" papers_tagged "$base.pdf"
	try "$name: the page is sound" papers_html_sound "$base.html"
}

# papers_one PROGRAM FORMATS OUT NAME FOLDER DRAFT [OPTION...]
papers_one() {
	local program=$1 formats=$2 out=$3 name=$4 folder=$5 draft=$6 file made
	shift 6
	(cd "$folder" && "$program" build -q --to "$formats" -o "$out/made" "$@" \
		"$draft") >"$out/said" 2>&1
	made=$out/made/$(basename "${draft%.*}")
	[ -e "$made.${formats##*,}" ] || not_ok "$name: there is a PDF" <"$out/said"
	for file in "$made".*; do
		[ -e "$file" ] && mv "$file" "$out/$name.${file##*.}"
	done
	rm -rf "$out/made" "$out/said"
}

# papers_each BUILD FORMATS OUT: OUT/NAME.pdf (and other formats) of all the
# examples, of the layout's golden cases and of the seeds, where they are.
papers_each() {
	local program=$PWD/$1/rapporteur formats=$2 out=$3 draft case words
	local seeds=${SEEDS:-../shared/seeds}
	mkdir -p "$out"
	for draft in examples/*.md examples/*.txt; do
		papers_one "$program" "$formats" "$out" \
			"example-$(basename "${draft%.*}")" . "$draft"
	done
	for case in tests/golden/layout/*/; do
		eval "words=($(cat "$case/args" 2>/dev/null))"
		for draft in "$case"in.md "$case"in.txt; do
			[ -e "$draft" ] || continue
			papers_one "$program" "$formats" "$out" \
				"layout-$(basename "$case")" "$case" \
				"$(basename "$draft")" "${words[@]}"
		done
	done
	for draft in "$seeds"/[0-9]*.txt; do
		[ -e "$draft" ] || continue
		papers_one "$program" "$formats" "$out" \
			"seed-$(basename "$draft" .txt)" . "$draft"
	done
	[ -d "$seeds" ] || skip 'the seeds' "there is no folder $seeds"
}
