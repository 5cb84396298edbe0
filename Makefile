# rapporteur: GNU make. "make help" lists the targets.
#
# No list of files stands here: what lies in src is compiled, what lies in
# tests is run. All that is made goes to $(BUILD).

VERSION = 0.1.0
BUILD ?= build
PREFIX ?= /usr/local
CC = cc
CFLAGS ?= -O2 -g
LDFLAGS ?=

PKGS = libxml-2.0 libcmark harfbuzz harfbuzz-subset libutf8proc \
	libunibreak yaml-0.1 jansson zlib
WARNINGS = -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	-Wpointer-arith $(WERROR)
ALL_CFLAGS = -std=c11 -D_XOPEN_SOURCE=700 -Isrc $(WARNINGS) \
	$(PKG_CFLAGS) $(CFLAGS)
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
# libharu has no .pc file in most distributions
LIBS := $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lhpdf -lm

SOURCES := $(wildcard src/*/*.c src/*/*/*.c)
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/%.o)

all: $(BUILD)/rapporteur

$(BUILD)/rapporteur: $(OBJECTS)
	$(CC) $(LDFLAGS) -o $@ $(OBJECTS) $(LIBS)

$(BUILD)/cli/%.o: ALL_CFLAGS += -DRAPPORTEUR_VERSION='"$(VERSION)"' \
	-DRAPPORTEUR_DATA_DIR='"$(PREFIX)/share/rapporteur"'

$(BUILD)/%.o: src/%.c Makefile
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

clean:
	rm -rf $(BUILD)

.PHONY: all clean
-include $(OBJECTS:.o=.d)
