#!/bin/bash
# usage: tests/tools/layers.sh
# Checks who includes whom in src: our own headers folder by folder, and the
# libraries' file by file.
cd "$(dirname "$0")/../.." || exit 2

# folder: the folders it may include; every folder may include itself
may_include() {
	case $1 in
	base) echo '' ;;
	watch | preview) echo 'base' ;;
	model) echo 'base' ;;
	read | analyse | check | compose | config | export | verify | \
		render/html | render/pdf | render/data)
		echo 'base model'
		;;
	render) echo 'base model render/html render/pdf render/data' ;;
	cli) echo 'base model watch config read analyse check compose render render/html
		render/pdf render/data export verify' ;;
	*) return 1 ;;
	esac
}

# header of a library: the files, as a pattern, that may know it
may_know() {
	case $1 in
	cmark*) echo 'src/read/read_md*' ;;
	yaml.h) echo 'src/base/settings.c' ;;
	libxml/*) echo 'src/compose/*|src/render/html/*' ;;
	jansson.h) echo 'src/render/data/*' ;;
	hb*.h) echo 'src/render/pdf/pdf_font*|src/render/pdf/pdf_face*|src/render/pdf/pdf_subset*' ;;
	fontconfig/*) echo 'src/render/pdf/pdf_font_system.c' ;;
	microhttpd.h) echo 'src/preview/*' ;;
	sys/inotify.h) echo 'src/watch/*' ;;
	hpdf*.h) echo 'src/render/pdf/*' ;;
	linebreak.h | linebreakdef.h | graphemebreak.h | wordbreak.h)
		echo 'src/render/pdf/*' ;;
	unibreak*.h) echo 'src/render/pdf/*' ;;
	utf8proc.h) echo 'src/base/utf8.c' ;;
	zlib.h) echo 'src/render/pdf/*|src/model/picture_png.c' ;;
	getopt.h) echo 'src/cli/*' ;;
	*) echo '*' ;; # the system's
	esac
}

status=0
complain() {
	echo "$1"
	status=1
}

while IFS=: read -r file line text; do
	folder=${file#src/}
	folder=${folder%/*}
	name=${text#*[<\"]}
	name=${name%%[>\"]*}
	if [[ $text == *'<'* ]]; then
		# shellcheck disable=SC2254 # a pattern is wanted
		known=no
		IFS='|' read -ra patterns <<<"$(may_know "$name")"
		for pattern in "${patterns[@]}"; do
			# shellcheck disable=SC2053
			[[ $file == $pattern ]] && known=yes
		done
		[ $known = yes ] ||
			complain "$file:$line: <$name> is not for this file"
		continue
	fi
	[ -e "src/$name" ] || name=$folder/$name
	[ -e "src/$name" ] || complain "$file:$line: there is no $name"
	target=${name%/*}
	allowed=$(may_include "$folder") ||
		complain "$file: src/$folder is in no layer; see $0"
	case " $(echo $allowed) $folder " in
	*" $target "*) ;;
	*) complain "$file:$line: $folder may not include $target" ;;
	esac
	if [[ $name == *_priv.h && $target != "$folder" ]]; then
		complain "$file:$line: $name is private to $target"
	fi
done < <(grep -rnE '^#[[:space:]]*include' src --include='*.[ch]')
exit $status
