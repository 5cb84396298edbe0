# rapporteur: GNU make. "make help" lists the targets.
#
# No list of files stands here: what lies in src is compiled, what lies in
# tests is run. All that is made goes to $(BUILD).

VERSION = 0.1.0
BUILD ?= build
PREFIX ?= /usr/local
DESTDIR ?=
CC = cc
CFLAGS ?= -O2 -g
LDFLAGS ?=
WERROR ?=
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=undefined

PKGS = libxml-2.0 libcmark fontconfig harfbuzz harfbuzz-subset libutf8proc \
	libunibreak yaml-0.1 jansson zlib
WARNINGS = -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	-Wpointer-arith -Wno-missing-field-initializers $(WERROR)
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
# libharu comes without a .pc file in most systems
LIBS := $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lhpdf -lm
ALL_CFLAGS = -std=c11 -D_XOPEN_SOURCE=700 -Isrc $(WARNINGS) $(PKG_CFLAGS) \
	$(CFLAGS)

PREVIEW := $(patsubst src/%.c,$(BUILD)/%.o,$(wildcard src/preview/*.c))
PREVIEW_LIBS := $(shell pkg-config --libs libmicrohttpd yaml-0.1 libutf8proc \
	2>/dev/null)
SOURCES := $(filter-out src/preview/%,$(wildcard src/*/*.c src/*/*/*.c))
EMBEDDED := $(wildcard src/render/html/*.css src/render/html/*.js)
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/%.o) $(EMBEDDED:src/%=$(BUILD)/%.o)
LIBRARY := $(BUILD)/librapporteur.a
UNIT := $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,\
	$(wildcard tests/unit/test_*.c))
FUZZ := $(patsubst tests/fuzz/%.c,$(BUILD)/tests/fuzz/%,\
	$(wildcard tests/fuzz/fuzz_*.c))
ifneq ($(shell getconf GNU_LIBC_VERSION 2>/dev/null),)
SHIMS := $(patsubst tests/fault/%.c,$(BUILD)/tests/fault/%.so,\
	$(wildcard tests/fault/*.c))
endif
GENERATE := $(BUILD)/tests/generate/generate
PAGES := $(BUILD)/tests/pages/judge
TOOLS := $(patsubst tests/tools/%.c,$(BUILD)/tests/tools/%,\
	$(wildcard tests/tools/*.c))
MAN := $(wildcard docs/*.1 docs/*.5)
EXAMPLES := $(wildcard examples/*.md examples/*.txt)

# Where the same sources are built with other flags, beside $(BUILD).
PLAIN = $(BUILD)/check
SAN = $(BUILD)/check-san

JOBS := $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)
# "make V=1" shows commands in full, "make -s" none.
ifneq ($(V),1)
ifeq ($(findstring s,$(firstword -$(MAKEFLAGS))),)
say = @printf '  %-4s %s\n' $(1) $(2)
endif
Q = @
endif

all: $(BUILD)/rapporteur $(BUILD)/rapporteur-preview ## build build/rapporteur

$(BUILD)/rapporteur: $(OBJECTS)
	$(call say,LD,$@)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(OBJECTS) $(LIBS)

# A program of its own: a web server is not for every run to load.
$(BUILD)/rapporteur-preview: $(PREVIEW) $(filter $(BUILD)/base/%,$(OBJECTS))
	$(call say,LD,$@)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(PREVIEW_LIBS) -lm

# What the tests link with: everything but the command line.
$(LIBRARY): $(filter-out $(BUILD)/cli/%,$(OBJECTS))
	$(call say,AR,$@)
	$(Q)rm -f $@
	$(Q)$(AR) -rcs $@ $^

$(BUILD)/cli/%.o: ALL_CFLAGS += -DRAPPORTEUR_VERSION='"$(VERSION)"' \
	-DRAPPORTEUR_DATA_DIR='"$(PREFIX)/share/rapporteur"' \
	-DRAPPORTEUR_LIBEXEC_DIR='"$(PREFIX)/libexec"'

$(BUILD)/%.o: src/%.c Makefile
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# The pages' style sheets and script become texts in the program.
$(EMBEDDED:src/%=$(BUILD)/%.c): $(BUILD)/%.c: src/% src/render/html/embed.awk
	@mkdir -p $(@D)
	$(Q)awk -v name=html_$(subst .,_,$(notdir $*)) \
		-f src/render/html/embed.awk $< >$@

$(EMBEDDED:src/%=$(BUILD)/%.o): $(BUILD)/%.o: $(BUILD)/%.c
	$(call say,CC,$(<:$(BUILD)/%.c=src/%))
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/tests/unit/%: tests/unit/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP $(LDFLAGS) -o $@ $< $(LIBRARY) $(LIBS) \
		$(shell pkg-config --libs cmocka)

$(GENERATE): $(wildcard tests/generate/*.[ch]) $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $(filter %.c,$^) $(LIBRARY) $(LIBS)

# Like the other judges, and with nothing of ours in it.
$(PAGES): override CFLAGS = -O2 -g
$(PAGES): $(wildcard tests/pages/*.[ch])
	@mkdir -p $(@D)
	$(call say,CC,$@)
	$(Q)$(CC) $(ALL_CFLAGS) -D_DEFAULT_SOURCE -o $@ $(filter %.c,$^) $(LIBS)

$(BUILD)/tests/fuzz/%: tests/fuzz/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP $(LDFLAGS) -o $@ $< $(LIBRARY) $(LIBS)

# The judges are never built with sanitizers: they end without tidying up.
$(BUILD)/tests/tools/%: override CFLAGS = -O2 -g
$(BUILD)/tests/tools/%: tests/tools/%.c
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -o $@ $< $(LIBS)

$(BUILD)/tests/fault/%.so: override CFLAGS = -O2 -g -fPIC -shared \
	-fno-builtin -Wno-missing-prototypes
$(BUILD)/tests/fault/%.so: tests/fault/%.c
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -o $@ $<

tests-built: all $(UNIT) $(FUZZ) $(TOOLS) $(SHIMS) $(GENERATE) $(PAGES)

# ---- trying it out ----

deps: ## install what the program needs (Debian, Ubuntu), or name it
	@tests/tools/deps.sh program

deps-check: ## the same, and what its tests need
	@tests/tools/deps.sh program tests

demo: deps ## turn the drafts of examples/ into PDF and HTML in build/demo
	@$(MAKE) --no-print-directory -j$(JOBS) all
	@echo
	@echo "The papers made of the drafts in examples/:"
	@$(BUILD)/rapporteur build -o $(BUILD)/demo $(EXAMPLES)

PICTURES = progress-report=action-plan.md delivery-plan=delivery-plan-new.md \
	recommendation-tracker=recommendation-tracker.md one-page=one-page.md \
	committee-paper=cover-report.txt decision-record=decision-record.txt

pictures: all ## make the pictures of docs/templates.md from examples/
	@set -e; for pair in $(PICTURES); do name=$${pair%%=*}; \
		$(BUILD)/rapporteur build -q --to pdf -t $$name -o - \
			examples/$${pair#*=} 2>/dev/null >$(BUILD)/picture.pdf; \
		pdftoppm -png -gray -r 38 -singlefile $(BUILD)/picture.pdf \
			docs/images/$$name; \
	done; rm -f $(BUILD)/picture.pdf

# ---- tests ----

test: tests-built ## the quick tests: unit and golden
	@tests/run unit@$(BUILD) golden@$(BUILD)

check: deps-check ## all tests, twice (plain, sanitizers), and lint
	@$(MAKE) --no-print-directory -j$(JOBS) WERROR=-Werror BUILD=$(PLAIN) tests-built
	@$(MAKE) --no-print-directory -j$(JOBS) WERROR=-Werror BUILD=$(SAN) \
		CFLAGS="-O1 -g $(SANITIZE)" tests-built
	@tests/run lint@$(PLAIN) unit@$(PLAIN) golden@$(PLAIN) cli@$(PLAIN) \
		install@$(PLAIN) examples@$(PLAIN) seeds@$(PLAIN) generate@$(PLAIN) \
		verapdf@$(PLAIN) tags@$(PLAIN) breaks@$(PLAIN) pages@$(PLAIN) \
		browser@$(PLAIN) \
		stress@$(PLAIN) fault@$(PLAIN) valgrind@$(PLAIN) \
		cost@$(PLAIN) \
		unit@$(SAN) golden@$(SAN) cli@$(SAN) examples@$(SAN) \
		seeds@$(SAN) stress@$(SAN) fault@$(SAN) fuzz@$(SAN)

bless: tests-built ## write what a golden case wants: CASE=tests/golden/...
	@tests/golden/run --bless "$(CASE)" $(BUILD)

fuzz: ## feed the readers with changed drafts; SECONDS=60
	@$(MAKE) --no-print-directory -j$(JOBS) BUILD=$(SAN) \
		CFLAGS="-O1 -g $(SANITIZE)" tests-built
	@tests/fuzz/run $(SAN) $(or $(SECONDS),60)

cover: ## which lines the tests reach
	@$(MAKE) --no-print-directory -j$(JOBS) BUILD=$(BUILD)/cover \
		CFLAGS="-O0 -g --coverage" tests-built
	-@tests/run unit@$(BUILD)/cover golden@$(BUILD)/cover cli@$(BUILD)/cover
	@tests/tools/cover.sh $(BUILD)/cover

bench: all $(TOOLS) $(BUILD)/tests/unit/test_pdf_tags ## how long a build takes and how much memory
	@tests/tools/bench.sh $(BUILD)

lint: ## form, layers, sizes, headers, static analysis, man pages
	@tests/run lint@$(BUILD)

layers: ## who includes whom, against the table of tests/tools/layers.sh
	@tests/tools/layers.sh

sizes: ## functions and files that have grown too long
	@tests/tools/sizes.sh

headers: ## every header compiles alone
	@tests/tools/headers.sh "$(CC) $(ALL_CFLAGS)"

format: ## set all sources in the house's form
	@clang-format -i $(shell git ls-files '*.c' '*.h')

# ---- putting it in place ----

install: all ## install below $(DESTDIR)$(PREFIX)
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(BUILD)/rapporteur $(DESTDIR)$(PREFIX)/bin/
	install -d $(DESTDIR)$(PREFIX)/libexec
	install -m 755 $(BUILD)/rapporteur-preview $(DESTDIR)$(PREFIX)/libexec/
	@set -e; share="$(DESTDIR)$(PREFIX)/share/rapporteur"; \
	find templates fonts -type f | while read -r file; do \
		install -d "$$share/$$(dirname "$$file")"; \
		install -m 644 "$$file" "$$share/$$file"; \
	done
	@set -e; for page in $(MAN); do \
		dir="$(DESTDIR)$(PREFIX)/share/man/man$${page##*.}"; \
		install -d "$$dir"; install -m 644 "$$page" "$$dir/"; \
	done

uninstall: ## remove what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/rapporteur
	rm -f $(DESTDIR)$(PREFIX)/libexec/rapporteur-preview
	rm -rf $(DESTDIR)$(PREFIX)/share/rapporteur
	@for page in $(MAN); do \
		rm -f "$(DESTDIR)$(PREFIX)/share/man/man$${page##*.}/$${page##*/}"; \
	done

DIST = rapporteur-$(VERSION)
dist: ## pack the sources: build/rapporteur-VERSION.tar.gz
	@mkdir -p $(BUILD)
	git archive --format=tar.gz --prefix=$(DIST)/ -o $(BUILD)/$(DIST).tar.gz HEAD
	@echo $(BUILD)/$(DIST).tar.gz

clean: ## remove all that was made
	rm -rf $(BUILD)

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1	\2/p' Makefile | \
		while IFS='	' read -r name about; do \
			printf '  %-12s %s\n' "$$name" "$$about"; done

.PHONY: all pictures tests-built deps deps-check demo test check bless fuzz cover bench \
	lint layers sizes headers format install uninstall dist clean help
.SECONDARY:
-include $(OBJECTS:.o=.d) $(PREVIEW:.o=.d) $(UNIT:=.d) $(FUZZ:=.d) $(TOOLS:=.d)
