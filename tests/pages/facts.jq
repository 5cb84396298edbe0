# qpdf --json -> what the judge wants to know, a line each:
#   link PAGE X0 Y0 X1 Y1 DEST-PAGE DEST-Y URI     (PDF's own coordinates)
#   label PAGE TEXT
#   bookmark PAGE TITLE
.qpdf[1] as $objects |
(.pages | map({key: .object, value: .pageposfrom1}) | from_entries) as $at |
def object: if type == "string" and test("^[0-9]+ [0-9]+ R$")
	then $objects["obj:" + .] | .value // .stream.dict else . end;
(.pages[] | .pageposfrom1 as $page |
	($objects["obj:" + .object].value["/Annots"] // [] | object)[] | object |
	select(.["/Subtype"] == "/Link") |
	"link \($page) \(.["/Rect"] | map(tostring) | join(" ")) \(
	if .["/Dest"] then
		"\($at[.["/Dest"][0]] // 0) \(.["/Dest"][3] // -1)"
	else "0 -1" end) \(.["/A"] // {} | object | .["/URI"] // "" |
		sub("^[ub]:"; ""))"),
(.pages | length) as $count |
(.pagelabels | . as $labels | range(length) | . as $i | $labels[$i].index as $from |
	range($from; ($labels[$i + 1].index // $count)) |
	"label \(. + 1) \(if $labels[$i].label["/S"] == "/D" then
		($labels[$i].label["/St"] // 1) + . - $from else "?" end)"),
(.outlines | .. | objects | select(has("destpageposfrom1")) |
	"bookmark \(.destpageposfrom1) \(.title)")
