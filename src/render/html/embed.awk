# embed.awk: a style sheet or script -> a C source with its text as an array.
#
#     awk -v name=html_page_css -f embed.awk page.css
#
# Comments that stand on lines of their own and indentation are left out: the
# text goes into every page.

BEGIN {
	print "#include \"render/html/html_embed.h\""
	printf "const char %s[] =", name
}

{
	sub(/^[ \t]+/, "")
	sub(/[ \t]+$/, "")
}

inside {
	if (/\*\/$/)
		inside = 0
	next
}

/^\/\*/ {
	inside = !/\*\/$/
	next
}

/^$/ { next }

/^\/\/ / { next }

{
	# no text of the script has these in it
	gsub(/ => /, "=>")
	gsub(/ === /, "===")
	gsub(/ = /, "=")
	gsub(/ && /, "\\&\\&")
	gsub(/ \|\| /, "||")
	gsub(/\\/, "\\\\&")
	gsub(/"/, "\\\"")
	# a line that ends so runs on
	printf "\n\t\"%s%s\"", $0, /[{;,(]$|=>$|&&$/ ? "" : "\\n"
}

END { print ";" }
