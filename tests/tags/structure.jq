# structure: what a PDF's tags say beside the words: is it what a listener goes
# by? Of the objects of a PDF as qpdf prints them; $tree is the composed tree,
# $tags what pdfinfo prints of the tags. Prints what is wrong, a line each.

.qpdf[1] as $objects
| def deref:
	if type == "string" and test("^[0-9]+ [0-9]+ R$")
	then $objects["obj:" + .].value // $objects["obj:" + .].stream.dict
	else . end;
def text: if type == "string" then sub("^[ub]:"; "") else "" end;
def words: gsub("[\\s\\u00a0\\u202f]"; "");

# Every element in order, with what it stands in.
def elements($part):
	deref
	| if type == "array" then .[] | elements($part)
	elif type == "object" and has("/S") then
		.["/S"][1:] as $s
		| { s: $s, lang: .["/Lang"], alt: .["/Alt"], part: $part,
		    scope: ([.["/A"]] | flatten
			| map(deref | .["/Scope"]? // empty) | first) },
		  (.["/K"] // [] | if type == "array" then .[] else . end
			| elements(if $s | IN("THead", "TBody") then $s
				else $part end))
	else empty end;

# The titles of the outline, depth first.
def bookmarks:
	deref
	| if . == null then empty
	else
		(.["/Title"] // empty | text),
		(.["/First"] // empty | bookmarks),
		(.["/Next"] // empty | bookmarks)
	end;

($objects.trailer.value["/Root"] | deref) as $root
| ($objects.trailer.value["/Info"] | deref) as $info
| [$root["/StructTreeRoot"] | deref | .["/K"] | elements("")] as $all

# the tree's lines, without their indentation
| [$tree | split("\n")[] | select(length > 0) | ltrimstr(" ")
	| sub("^ +"; "")] as $lines
| [$lines[] | select(test("^(row|cell) "))] as $rows
| [$lines[] | select(startswith("cell "))
	| if test("^cell( [0-9:-]+)?[^\"]* header") or test("^cell header")
	  then "TH" else "TD" end] as $cells
| [$lines[] | scan("^[a-z-]+(?: [^\"]*?)? lang=\"([^\"]+)\"")[0]] as $langs
| ([$lines[] | select(test("^(chart|image)( |$)"))] | length) as $figures
| ([$lines[] | select(test("^chart( |$)"))] | length) as $charts

# the headings' words, as they are heard; not the numbers of notes
| (reduce ($tags | split("\n")[]) as $line ({ out: [], at: -1, note: 999 };
	($line | match("^ *").length) as $depth
	| (if $depth <= .note then .note = 999 else . end)
	| if $line | test("^ *H[1-6] ") then
		.at = $depth | .out += [""]
	elif .at >= 0 and $depth > .at then
		if $depth > .note then .
		elif $line | test("^ *Reference ") then .note = $depth
		elif $line | test("^ *\"") then
			.out[-1] += ($line | sub("^ *\""; "") | sub("\"$"; ""))
		else . end
	else .at = -1 end) | .out) as $headings
# a picture that cannot be shown is words in a box; one without words of its
# author has none to tell
| ([$tags | split("\n")[] | select(test("^ *\"\\[\\p{Lu}\\p{Ll}+: .*\\]\"$"))]
	| length) as $boxes
| ([$tree | split("\n") | [.[:-1], .[1:]] | transpose[]
	| select((.[0] | test("^ *image( |$)")) and
		(.[0] | match("^ *").length) >= (.[1] | match("^ *").length))]
	| length) as $silent
| [$all[] | select(.s | test("^H[1-6]$")) | .s[1:] | tonumber] as $levels
| [$root["/Outlines"] | deref | .["/First"]? // empty | bookmarks] as $marks

| (select(($info["/Title"] | text | words) == "") | "no title"),
  (select($root["/ViewerPreferences"] | deref | .["/DisplayDocTitle"]? != true)
	| "the window would show the file's name"),
  (select($root["/Lang"] | text | words | . == "") | "no language"),

  (select([$levels[] | select(. == 1)] | length != 1)
	| "not one H1, but \([$levels[] | select(. == 1)] | length)"),
  (select($levels[0] != 1) | "the first heading is no H1"),
  (range(1; $levels | length) | select($levels[.] > $levels[. - 1] + 1)
	| "H\($levels[.]) below H\($levels[. - 1]): \($headings[.])"),

  (select(($marks | map(words)) != ($headings[1:] | map(words)))
	| "bookmarks are not the headings:",
	  ([$marks, $headings[1:]] | transpose[] | select((.[0] // "" | words) !=
		(.[1] // "" | words)) | "  \(.[0]) / \(.[1])")),

  ($all[] | select(.s == "TH" and (.scope | IN("/Row", "/Column") | not))
	| "a TH without Scope"),
  ($all[] | select(.part == "THead" and .s == "TD") | "a TD in a THead"),
  ($all[] | select(.s == "TH" and .part == "THead" and .scope != "/Column")
	| "a TH above a column is that of a row"),
  ($all[] | select(.s == "TH" and .part == "TBody" and .scope != "/Row")
	| "a TH beside a row is that of a column"),
  (select([$all[] | .s | select(IN("TH", "TD"))] != $cells)
	| "header cells are not those of the tree"),
  (range(0; $rows | length)
	| select($rows[.] | test("^row .*role=action"))
	| select($rows[. + 1] | test(" header") | not)
	| "an action's row without a header: \($rows[.])"),

  (select([$all[] | .lang // empty | text] != $langs)
	| "languages: \([$all[] | .lang // empty | text]), not \($langs)"),

  (select([$all[] | select(.s == "Figure")] | length + $boxes != $figures)
	| "\([$all[] | select(.s == "Figure")] | length) figures, not \($figures - $boxes)"),
  (select([$all[] | select(.s == "Figure") | .alt | text
	| select(test("[0-9]"))] | length < $charts)
	| "a chart whose text has no number"),
  ($all[] | select(.s == "Figure") | .alt | text
	| select((words == "") or test("\\.(png|jpe?g)$"; "i"))
	| "a figure that says nothing: \"\(.)\""),
  ([$all[] | select(.s == "Figure") | .alt | text
	| select(test("^(image|figure|picture|delwedd)$"; "i"))]
	| select(length > $silent) | "a figure that says nothing: \(.)")
