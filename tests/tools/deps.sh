#!/bin/sh
# usage: tests/tools/deps.sh [program] [tests]
# Sees to it that what the program (and its tests) need is there. On Debian and
# its kin what is missing is installed, after saying so; elsewhere it is named.

program_debian='gcc libc6-dev make pkg-config libxml2-dev libcmark-dev
libfontconfig-dev libharfbuzz-dev libhpdf-dev libmicrohttpd-dev libyaml-dev
libjansson-dev zlib1g-dev libutf8proc-dev libunibreak-dev icc-profiles-free'
tests_debian='bats clang-format cppcheck fonts-cabin jq libcmocka-dev
libxml2-utils locales mandoc poppler-utils qpdf shellcheck valgrind'
# What some suites want and skip without: a package, and the command by which
# it is there already, whoever brought it.
more_debian='chromium=chromium default-jre-headless=java maven=mvn nodejs=node
npm=npm'

fonts() { # packages of the fonts, as fonts/manifest names them
	sed -n "s/^$1: *//p" fonts/manifest | sort -u
}

want_tests=false
for what in "$@"; do
	[ "$what" = tests ] && want_tests=true
done
cd "$(dirname "$0")/../.." || exit 2

# install PACKAGE...: as root, after saying so
install() {
	as_root=
	if [ "$(id -u)" -ne 0 ]; then
		as_root=sudo
		if ! command -v sudo >/dev/null; then
			echo "These packages are missing; install them as root:"
			echo "  apt-get install $*"
			return 1
		fi
	fi
	echo "Installing what is missing: $*"
	$as_root apt-get update -q &&
		$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y \
			--no-install-recommends "$@"
}

debian() {
	missing=
	packages="$program_debian $(fonts debian)"
	$want_tests && packages="$packages $tests_debian"
	for package in $packages; do
		state=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null)
		case $state in
		*' installed') ;;
		*) missing="$missing $package" ;;
		esac
	done
	# shellcheck disable=SC2086 # words are wanted
	[ -z "$missing" ] || install $missing || return 1
	$want_tests || return 0
	missing=
	for pair in $more_debian; do
		command -v "${pair#*=}" >/dev/null || missing="$missing ${pair%=*}"
	done
	# shellcheck disable=SC2086
	[ -z "$missing" ] || install $missing ||
		echo "Without these, some suites are skipped."
}

# Elsewhere: is everything there, whoever installed it?
elsewhere() {
	complete=true
	for command in cc pkg-config; do
		command -v $command >/dev/null || complete=false
	done
	pkg-config --exists libxml-2.0 libcmark fontconfig harfbuzz harfbuzz-subset \
		libmicrohttpd libutf8proc libunibreak yaml-0.1 jansson zlib ||
		complete=false
	echo '#include <hpdf.h>' | cc $(pkg-config --cflags zlib) -x c \
		-fsyntax-only - 2>/dev/null || complete=false
	if $want_tests; then
		for command in bash bats clang-format cppcheck jq mandoc qpdf \
			pdftotext xmllint valgrind; do
			command -v $command >/dev/null || complete=false
		done
		pkg-config --exists cmocka || complete=false
	fi
	$complete && return 0
	cat <<-END
	Something is missing. The program needs these packages:

	Fedora:   gcc make pkgconf-pkg-config libxml2-devel cmark-devel
	          fontconfig-devel harfbuzz-devel libharu-devel libyaml-devel jansson-devel
	          zlib-devel libmicrohttpd-devel utf8proc-devel libunibreak-devel colord
	          $(fonts fedora | tr '\n' ' ')
	Alpine:   build-base pkgconf libxml2-dev cmark-dev fontconfig-dev harfbuzz-dev
	          libharu-dev libmicrohttpd-dev yaml-dev jansson-dev zlib-dev utf8proc-dev
	          libunibreak-dev colord $(fonts alpine | tr '\n' ' ')
	Homebrew: pkgconf libxml2 cmark fontconfig harfbuzz libharu libmicrohttpd libyaml jansson
	          utf8proc libunibreak $(fonts homebrew | tr '\n' ' ')

	and its tests these as well:

	Fedora:   bats clang-tools-extra cppcheck jq libcmocka-devel libxml2
	          mandoc poppler-utils qpdf ShellCheck valgrind
	Alpine:   bash bats clang-extra-tools cppcheck jq cmocka-dev
	          libxml2-utils mandoc poppler-utils qpdf shellcheck valgrind
	Homebrew: bash bats-core clang-format cppcheck jq cmocka libxml2
	          mandoc poppler qpdf shellcheck (and not valgrind)
	END
	return 1
}

if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
	debian
else
	elsewhere
fi
