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
	err_has 'rapporteur.yaml:1:11: error: the template named here is missing'
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
