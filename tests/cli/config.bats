# config: whose settings hold, what they change, and what is said of mistakes.

load helper

council() { # LINE...: rapporteur.yaml in this folder
	printf '%s\n' "$@" >rapporteur.yaml
}

# The page's organisation, as its masthead has it.
organisation() {
	grep -o '<p class="organisation">[^<]*' "$1" | sed 's/.*>//'
}

@test "the settings beside the draft hold, then those above, then the user's" {
	mkdir -p deep/er "$HOME/.config/rapporteur"
	mv draft.md deep/er/
	echo 'organisation: Ours at home' >"$HOME/.config/rapporteur/rapporteur.yaml"
	r build --to html deep/er/draft.md
	[ "$(organisation deep/er/draft.html)" = 'Ours at home' ]
	council 'organisation: Ours above'
	r build --to html deep/er/draft.md
	[ "$(organisation deep/er/draft.html)" = 'Ours above' ]
	echo 'organisation: Ours beside' >deep/er/rapporteur.yaml
	r build --to html deep/er/draft.md
	has_status 0
	[ "$(organisation deep/er/draft.html)" = 'Ours beside' ]
	r build --config '' --to html deep/er/draft.md
	[ -z "$(organisation deep/er/draft.html)" ]
}

@test "one file may say what the other leaves out" {
	mkdir -p "$HOME/.config/rapporteur"
	printf 'paper: A5\ncolours: {accent: "#004020"}\n' \
		>"$HOME/.config/rapporteur/rapporteur.yaml"
	council 'colours:' '  accent: "#400040"'
	r config
	has_status 0
	[[ $out == *'paper: '*'A5'* ]]
	[[ $out == *"colours.accent: "*"'#400040'"* ]]
	[[ $out != *004020* ]]
}

@test "the draft's own words go before the council's" {
	council 'organisation: Ours' 'committee: Audit Committee'
	printf '%s\n' --- 'committee: Planning Committee' --- >own.md
	cat draft.md >>own.md
	r export own.md
	jq -e '.document.committee == "Planning Committee"' <<<"$out"
	jq -e '.document.organisation == "Ours"' <<<"$out"
}

@test "a committee of the council's list is found in the draft's head" {
	council 'committees:' '  - Resources Scrutiny' '  - Audit'
	printf '%s\n' '# Bins' '' 'To: members of Resources Scrutiny, 2 May 2027' \
		'' '## Purpose' '' 'To tell.' >own.md
	r export own.md
	jq -e '.document.committee == "Resources Scrutiny"' <<<"$out"
}

@test "what it prints is itself a file of settings" {
	council 'organisation: "Ours: the council"' 'paper: Letter' \
		'states:' '  on-track: {shape: square, label: Going well}' \
		'scheme:' '  states:' '    - {word: Blue, state: on-hold}'
	r config
	has_status 0
	first=$out
	printf '%s\n' "$first" >again.yaml
	r config --config again.yaml
	has_status 0
	[ "$out" = "$first" ]
}

@test "--explain names the line that each value comes from" {
	council '# ours' 'paper: A5'
	r config --explain draft.md
	has_status 0
	[[ $out == *'paper: '*'A5 '*'# rapporteur.yaml:2'* ]]
	[[ $out == *'template: '*'committee-paper '*'# by what the draft is'* ]]
	r config --explain -t progress-report draft.md
	[[ $out == *'progress-report '*'# the command line'* ]]
}

@test "the front matter and the settings name a template" {
	council 'template: decision-record'
	r config draft.md
	[[ $out == *'template: '*'decision-record'* ]]
	printf '%s\n' --- 'template: committee-paper' --- >own.md
	cat draft.md >>own.md
	r config own.md
	[[ $out == *'template: '*'committee-paper'* ]]
	council 'template: nobodys'
	r build draft.md
	has_status 3
	err_has 'there is no template "nobodys"'
	err_has 'rapporteur.yaml:1:11: error: the template "nobodys", named here, cannot be used'
	holds draft.md own.md rapporteur.yaml
}

@test "a key that is not known is warned of, with the one that was meant" {
	council 'organization: Ours'
	r build draft.md
	has_status 0
	err_has 'rapporteur.yaml:1:15: warning: there is no setting "organization"'
	err_has 'perhaps "organisation" was meant'
}

@test "a value that makes no sense is refused before anything is written" {
	council 'paper: A4' 'colours:' '  accent: pale'
	r build draft.md
	has_status 3
	err_has 'rapporteur.yaml:3:11: error: colours.accent: "pale" is not a colour'
	council 'sizes: {body: 400}'
	r build draft.md
	has_status 3
	err_has '"400" is not points, from 6 to 72'
	council 'colours: [oops'
	r build draft.md
	has_status 3
	err_has 'the settings cannot be read'
	council 'no settings at all'
	r check draft.md
	has_status 3
	r build --config missing.yaml draft.md
	has_status 3
	err_has 'missing.yaml: error: cannot be opened'
	holds draft.md rapporteur.yaml
}

@test "colours that cannot be read are refused" {
	council 'colours: {muted: "#999999"}'
	r build draft.md
	has_status 3
	err_has 'rapporteur.yaml:1:18: error: colours are too close to be read: muted on white: 2.8:1'
	council 'states:' '  on-hold: {shape: cross, colour: "#4a4f57"}'
	r build draft.md
	has_status 3
	err_has 'in grey beside'
}

@test "an empty file of settings changes nothing" {
	r build --to pdf,html draft.md
	mv draft.pdf before.pdf
	mv draft.html before.html
	council '# nothing yet'
	r build --to pdf,html draft.md
	has_status 0
	cmp draft.pdf before.pdf
	cmp draft.html before.html
}

@test "the scheme of the council counts, and none of the draft's words is lost" {
	council 'scheme:' '  name: Our scale' '  states:' \
		'    - {word: Blue, state: on-hold, meaning: put off by agreement, shape: bars, colour: "#334455"}' \
		'    - {word: Green, state: on-track, meaning: as planned}'
	printf '%s\n' '# Plan' '' '| Action | Owner | Status |' '|---|---|---|' \
		'| 1. Mend the roof | A Baker | Blue |' \
		'| 2. Paint the door | C Dyer | Green |' >plan.md
	r build --verify plan.md
	has_status 0
	grep -q 'put off by agreement' plan.html
	r export plan.md
	jq -e '[.actions[].state] == ["on-hold", "on-track"]' <<<"$out"
	printf '%s\n' --- 'scheme: {blue: complete}' --- >own.md
	cat plan.md >>own.md
	r export own.md
	jq -e '.actions[0].state == "complete"' <<<"$out"
}

@test "any family that is installed can be named; one that is not is refused" {
	council 'font: DejaVu Serif' 'fonts: {headings: DejaVu Sans}'
	r build draft.md
	has_status 0
	pdffonts draft.pdf >fonts.txt
	grep -q '+DejaVuSerif ' fonts.txt
	grep -q '+DejaVuSans-Bold ' fonts.txt
	! grep -q Liberation fonts.txt
	grep -q '"DejaVu Serif",' draft.html
	rm draft.pdf draft.html fonts.txt
	council '# fonts' 'font: Nobody Sans'
	r build draft.md
	has_status 3
	err_has 'Nobody Sans: error: no such family of fonts is installed'
	err_has 'rapporteur.yaml:2:7: error: this names a font that cannot be used'
	holds draft.md rapporteur.yaml
}

@test "a font with PostScript outlines is part of the PDF, and says its words" {
	fc-list :family=Cabin:fontformat=CFF file | grep -q . ||
		skip 'the font Cabin is not installed'
	council 'font: Cabin'
	printf '%s\n' '# Office' '' 'Difficult affairs, *leaning*, **bold**; 1 000.' \
		>draft.md
	r build --verify draft.md
	has_status 0
	pdffonts draft.pdf >fonts.txt
	grep -Eq '[+]Cabin-Regular +CID Type 0C +Identity-H +yes yes yes' fonts.txt
	grep -q '[+]Cabin-Italic ' fonts.txt
	grep -q '[+]Cabin-Bold ' fonts.txt
	pdftotext draft.pdf - | grep -q 'Difficult affairs, leaning, bold; 1.000\.'
	# every outline can be drawn
	[ -z "$(pdftocairo -svg draft.pdf page.svg 2>&1)" ]
	[ "$(grep -c '<path' page.svg)" -gt 15 ]
}

# The operands of a colour in a PDF whose streams are plain: "#5c2d7a" is
# 0.361 0.176 0.478, give or take a digit.
has_colour() { # FILE PATTERN
	qpdf --qdf --object-streams=disable "$1" plain.pdf
	grep -aEq "(^| )$2 (rg|RG)" plain.pdf || { echo "no $2 in $1"; false; }
}

@test "one small file changes both papers of every template" {
	logo
	council 'organisation: Cyngor Dyffryn Ellyn' 'logo: logo.png' \
		'font: DejaVu Serif' 'colours:' '  accent: "#5c2d7a"' \
		'scheme:' '  states:' \
		'    - {word: Blue, state: off-track, colour: "#33445f"}' \
		'    - {word: Green, state: on-track, shape: square}'
	printf '%s\n' '# Plan for the harbour' '' '| Action | Owner | Due | Status |' \
		'|---|---|---|---|' \
		'| 1. Mend the roof | A Baker | May 2027 | Blue |' \
		'| 2. Paint the door | C Dyer | June 2027 | Green |' \
		'| 3. Sweep the yard | E Frost | July 2027 | Blue |' \
		'| 4. Oil the hinge | A Baker | July 2027 | Green |' >plan.md
	for name in $("$RAPPORTEUR" templates | cut -d ' ' -f 1); do
		echo "template $name"
		r build -t "$name" plan.md
		[ "$status" -eq 0 ] || show
		grep -q '<p class="organisation">Cyngor Dyffryn Ellyn<' plan.html
		grep -q '<img class="logo" src="data:image/png;base64,' plan.html
		grep -q -- '--accent:#5c2d7a;' plan.html
		grep -q -- '--face:"DejaVu Serif",' plan.html
		grep -q 'is-off-track{[^}]*--shape:#33445f' plan.html
		grep -q 'class="state is-off-track' plan.html
		pdftotext plan.pdf - | grep -q 'Cyngor Dyffryn Ellyn'
		[ "$(pdfimages -list plan.pdf | grep -c ' image ')" -eq 1 ]
		pdffonts plan.pdf | grep -q '+DejaVuSerif-Bold '
		! pdffonts plan.pdf | grep -q Liberation
		has_colour plan.pdf '0?\.36[01][0-9]* 0?\.17[67][0-9]* 0?\.47[89][0-9]*'
		has_colour plan.pdf '0?\.2(0*)? 0?\.26[67][0-9]* 0?\.37[23][0-9]*'
	done
}

@test "a logo that cannot be used is refused, with its place" {
	council 'logo: logo.png'
	r build draft.md
	has_status 3
	err_has 'rapporteur.yaml:1:7: error: the logo "logo.png" cannot be used: there is no such file'
	echo no picture >logo.png
	r build draft.md
	err_has 'it is neither PNG nor JPEG'
	mkdir sub
	logo
	mv rapporteur.yaml logo.png sub/
	sed -n p draft.md >sub/own.md
	r build --config sub/rapporteur.yaml draft.md
	has_status 0
	grep -q 'class="logo"' draft.html
}

@test "standard wording can be the council's own" {
	printf '%s\n' '# Plan' '' '| Action | Owner | Due | Status |' '|---|---|---|---|' \
		'| 1. Mend the roof | A Baker | May 2027 | Green |' >plan.md
	council 'wording:' '  summary.title: How we are doing' \
		'  contents: What is in here' '  nobody.says: this'
	r build --verify --to html,pdf plan.md
	has_status 0
	grep -q '>How we are doing</h2>' plan.html
	! grep -q '>Summary</h2>' plan.html
	pdftotext plan.pdf - | grep -q '^How we are doing$'
	err_has 'the setting "wording.nobody.says" names no wording of the template progress-report'
}

@test "columns are 1, 2 or 3, and no more than can be read" {
	for wrong in 4 0 1.5 two -1; do
		council 'paper: A4' "columns: $wrong"
		r build --to pdf draft.md
		has_status 3
		err_has "rapporteur.yaml:2:10: error: columns: \"$wrong\" is not a whole number from 1 to 3"
	done
	council 'columns: 2' 'column-gap: 300'
	r build --to pdf draft.md
	has_status 3
	err_has 'rapporteur.yaml:2:13: error: column-gap: "300" is not points'
	council 'columns: 2' 'paper: A5'
	r build --to pdf draft.md
	has_status 0
	err_has 'rapporteur.yaml:1:10: warning: 2 columns would have 23 characters'
	council 'columns: 2'
	r config
	[[ $out == *'columns: '*'2'* ]]
	r build --to pdf draft.md
	has_status 0
	[[ $err != *columns* ]]
	r build --paper A5 --to pdf draft.md
	has_status 0
	err_has 'warning: 2 columns would have 23 characters'
}
