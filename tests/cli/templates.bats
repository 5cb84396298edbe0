# templates: lists, copies, folders of one's own, and drafts to begin with.

load helper

names() {
	"$RAPPORTEUR" templates | sed 's/ .*//'
}

@test "every template is listed with what it makes" {
	r templates
	has_status 0
	for name in committee-paper decision-record delivery-plan one-page \
		progress-report recommendation-tracker; do
		grep -qE "^$name +[A-Z].{20}" <<<"$out" || { show; false; }
	done
}

@test "init writes a draft for each template that builds without a message" {
	for name in $(names); do
		for file in "$name.md" "$name.txt"; do
			r init -t "$name" "$file"
			has_status 0
			out_is "$file"
			r build -q --verify -o built "$file"
			has_status 0
			[ -z "$err" ] || { show; false; }
			is_pdf "built/$name.pdf"
			! grep -q '<!--' built/"$name".html
		done
	done
}

@test "init writes drafts in Welsh, whose papers are Welsh" {
	for name in $(names); do
		for file in "$name.md" "$name.txt"; do
			r init -t "$name" --lang cy "$file"
			has_status 0
			r check "$file"
			has_status 0
			[[ $out == *'0 errors, 0 warnings, 0 notes' ]] || { show; false; }
			r build -q --verify --to html -o built "$file"
			has_status 0
			[ -z "$err" ] || { show; false; }
			grep -q '<html lang="cy"' "built/$name.html"
			! grep -q '<!--' "built/$name.html"
		done
		# what is understood of it is what is understood of the English
		"$RAPPORTEUR" init -t "$name" "$name-en.md"
		for file in "$name" "$name-en"; do
			"$RAPPORTEUR" export "$file.md" | jq '[.kind, (.actions |
				map([.id, .state, .due])), (.recommendations |
				length), (.background | length)]' >"$file.facts"
		done
		cmp "$name.facts" "$name-en.facts"
	done
	r init --lang cy-GB -t one-page -
	[[ $out == *Argymhellion* ]]
	r init --lang en-GB -t one-page -
	[[ $out == *Recommendations* ]]
	r init --lang pl polish.md
	has_status 3
	err_has 'no start.pl.md'
	[ ! -e polish.md ]
}

@test "a folder of one's own has starting drafts in its own languages" {
	mkdir ours
	echo '<template extends="committee-paper"/>' >ours/template.xml
	printf '# %s
' Papier >ours/start.pl.md
	r init -t ./ours --lang pl -
	has_status 0
	[ "$out" = '# Papier' ]
	r init -t ./ours --lang cy -
	has_status 0
	[[ $out == *Argymhellion* ]]
	r templates --copy ./ours copy
	cmp ours/start.pl.md copy/start.pl.md
	[ -s copy/start.cy.md ]
}

@test "init names the file after the template, and never writes over one" {
	r init
	has_status 0
	out_is progress-report.md
	echo mine >progress-report.md
	r init
	has_status 3
	err_has 'left as it is'
	[ "$(cat progress-report.md)" = mine ]
	ln -s nowhere dangling.md
	r init dangling.md
	has_status 3
	[ ! -e nowhere ]
	r init draft.doc
	has_status 2
	r init -t nonsense x.md
	has_status 2
	r init a.md b.md
	has_status 2
}

@test "init prints a draft on request" {
	r init -t one-page -
	has_status 0
	[[ $out == ---* && $out == *'template: one-page'* ]]
}

@test "a copy can be changed, and is used by its path" {
	r templates --copy progress-report ours
	has_status 0
	[ -s ours/template.xml ] && [ -s ours/theme.xml ] && [ -s ours/words.cy.xml ]
	sed -i 's/>Summary</>In short</' ours/words.en.xml
	r init plan.md
	r build -q -t ours --to html plan.md
	has_status 0
	grep -q 'In short' plan.html
	r build -q -t ./ours/ --to html plan.md
	has_status 0
	r templates --copy progress-report ours
	has_status 3
	err_has 'nothing was copied'
	r templates --copy progress-report
	has_status 2
	r init -t ours from-ours.md
	has_status 0
	! grep -q '^template:' from-ours.md
}

@test "every template can be copied, and its copy makes the same paper" {
	for name in $(names); do
		r init -t "$name" "$name.md"
		r templates --copy "$name" "copy-of-$name"
		has_status 0
		r build -q --to tree -o a -t "$name" "$name.md"
		r build -q --to tree -o b -t "copy-of-$name" "$name.md"
		has_status 0
		cmp "a/$name.tree" "b/$name.tree"
	done
}

@test "a copy takes the logo of its theme along" {
	mkdir -p house
	logo
	mv logo.png house/crest.png
	echo '<template extends="committee-paper"/>' >house/template.xml
	echo '<theme><logo file="crest.png"/></theme>' >house/theme.xml
	mkdir -p ours
	echo '<template extends="house"/>' >ours/template.xml
	mkdir elsewhere
	r templates --copy ./house elsewhere/house
	has_status 0
	cmp house/crest.png elsewhere/house/crest.png
	r build -q --to html -t elsewhere/house draft.md
	has_status 0
	grep -q '<img' draft.html
	# the look of what it extends, with all that belongs to it
	r templates --copy ./ours elsewhere/ours
	has_status 0
	[ -z "$err" ] || { show; false; }
	cmp house/crest.png elsewhere/ours/crest.png
	r build -q --to html -t elsewhere/ours draft.md
	has_status 0
}

@test "a copy says what it extends and has not beside it" {
	mkdir -p house ours apart
	echo '<template extends="committee-paper"/>' >house/template.xml
	echo '<template extends="house"/>' >ours/template.xml
	r templates --copy ours apart/ours
	err_has 'extends "house", which was not copied'
	err_has 'copy house as well, to apart/ours/../house'
	r templates --copy house apart/house
	has_status 0
	r build -q --to html -t apart/ours draft.md
	has_status 0
}

@test "the council's settings may name a folder, from where they lie" {
	mkdir -p ours deep
	echo '<template extends="committee-paper"><back>
		<para>Said by ours.</para></back></template>' >ours/template.xml
	echo 'template: ours' >rapporteur.yaml
	mv draft.md deep/
	r build -q --to html deep/draft.md
	has_status 0
	grep -q 'Said by ours' deep/draft.html
	cd deep
	r build -q --to html draft.md
	has_status 0
	grep -q 'Said by ours' draft.html
}

@test "a draft cannot name a folder" {
	mkdir ours
	echo '<template/>' >ours/template.xml
	for name in ours ./ours "$PWD/ours" ../ours; do
		printf '%s\n' --- "template: $name" --- '# Bins' >own.md
		r build --to html own.md
		has_status 3
		err_has 'cannot be used'
	done
}

# What a template outside reads from elsewhere would be in its paper.
@test "a template reads no file outside its folder" {
	mkdir ours
	echo '<template><body><para>SECRET</para></body></template>' >secret.xml
	echo 'SECRET' >secret.txt
	plain='<template><body><rest/></body></template>'
	leads_out() { # MESSAGE
		r build --to html -o - -t ours draft.md
		has_status 3
		err_has "$1"
		[[ $out$err != *SECRET* ]] || { show; false; }
		rm -f ours/*
		echo "$plain" >ours/template.xml
	}
	ln -s ../secret.xml ours/template.xml
	leads_out 'no file of the template'
	ln -s ../secret.xml ours/theme.xml
	leads_out 'no file of the template'
	ln -s ../secret.txt ours/style.css
	leads_out 'no file of the template'
	ln -s ../secret.xml ours/words.en.xml
	leads_out 'no file of the template'
	mkfifo ours/theme.xml
	leads_out 'no file of the template'
	echo '<template extends="../secret"/>' >ours/template.xml
	leads_out 'does not fit'
	echo '<!DOCTYPE template [<!ENTITY s SYSTEM "../secret.txt">]>
		<template><about>&s;</about></template>' >ours/template.xml
	leads_out 'DOCTYPE'
	echo '<template xmlns:xi="http://www.w3.org/2001/XInclude"><body><xi:include
		href="../secret.xml"/></body></template>' >ours/template.xml
	leads_out 'expect element include'
	echo '<template><body><para><value select="document(&quot;../secret.xml&quot;)"/>
		</para></body></template>' >ours/template.xml
	leads_out 'document()'
	echo '@import "../secret.txt";' >ours/style.css
	leads_out 'style may not have'
	echo 'a { background: url(../secret.txt) }' >ours/style.css
	leads_out 'style may not have'
}

@test "huge and endless files are refused" {
	mkdir ours
	{ echo '<template><!--'; head -c 17000000 /dev/zero | tr '\0' x
		echo '--></template>'; } >ours/template.xml
	r build --to html -o - -t ours draft.md
	has_status 3
	err_has 'too large for a template'
	echo '<template/>' >ours/template.xml
	head -c 300000 /dev/zero | tr '\0' ' ' >ours/style.css
	r build --to html -o - -t ours draft.md
	has_status 3
	err_has 'too large'
}

@test "one step, column, field or sentence is changed without the rest" {
	mkdir ours
	cat >ours/template.xml <<'END'
<template extends="progress-report" needs="actions">
  <change>
    <remove id="figures"/>
    <before id="plan"><section title="Put before"><para>x</para></section></before>
    <after id="attention-owner"><column><heading>Put beside</heading>
      <cell><value select="@id"/></cell></column></after>
    <remove id="card-complete"/>
    <replace id="counts"><para>Put instead.</para></replace>
  </change>
</template>
END
	echo '<words><message id="attention.title">Called otherwise</message></words>' \
		>ours/words.en.xml
	r init plan.md
	r build -q --verify --to html -t ours plan.md
	has_status 0
	for words in 'Put before' 'Put beside' 'Put instead' 'Called otherwise'; do
		grep -q "$words" plan.html || { echo "no $words"; false; }
	done
	! grep -q 'The plan in figures' plan.html
	! grep -q 'The plan has' plan.html
}

@test "a web page lists tables and figures where a template asks for it" {
	mkdir ours
	cat >ours/template.xml <<'END'
<template extends="progress-report"><change><before id="plan">
  <contents of="tables"/></before><after id="plan"><contents of="figures"/></after>
</change></template>
END
	cp "$RAPPORTEUR_DATA/examples/action-plan.md" plan.md
	r build -q --to html -t ours plan.md
	has_status 0
	grep -q 'aria-label="Tables"' plan.html
	grep -q '<li><a href="#by-state">Actions by state' plan.html
	grep -q 'aria-label="Figures"' plan.html
}

@test "the kind of paper follows from what it holds" {
	kind() { # WANT; the draft on standard input
		cat >kind.md
		[ "$("$RAPPORTEUR" export kind.md 2>/dev/null | jq -r .document.kind)" = "$1" ]
	}
	kind risk-register <<-'END'
	# Risks of the river

	| Risk | Likelihood | Impact | Owner |
	|---|---|---|---|
	| The weir gives way | 3 | 5 | Ann Lee |
	| The pumps stop | 2 | 4 | Bob Orr |
	END
	kind minutes <<<$'# Minutes of the Roads Panel

Present: Ann Lee, Bob Orr

The panel met at 10 am.'
	kind consultation <<<$'# Consultation summary: bridges

We asked 200 people.'
	kind paper <<<$'# Bridges

A bridge is a bridge.'
}

@test "a summary says what it leaves out, and no word is lost" {
	r init -t one-page plan.md
	r build -v --verify plan.md
	has_status 0
	err_has 'words of the draft are left out by the template "one-page"'
	grep -q 'item 7 of the agenda' plan.html
	grep -qE '[0-9]+ words of it are not on this page' plan.html
}
