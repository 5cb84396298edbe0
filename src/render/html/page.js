/* page.js: what the page can do beside being read. It copies the links of
 * paragraphs, and finds, sorts and prints actions. Without it the page is
 * whole: all controls are made here, out of the words of the block of data
 * and of what the rows' data- attributes say. Nothing is ever parsed as HTML.
 *
 * The build leaves out comments and indentation; they must stand on lines of
 * their own. */
(() => {
	"use strict";

	const FEWEST_ACTIONS = 4;
	const FEWEST_SORTED = 3;
	const all = (what, inside = document) =>
		[...inside.querySelectorAll(what)];
	const main = document.querySelector("main");
	const data = JSON.parse(document.querySelector(
		"script[type='application/json']").textContent);
	const words = data.words;
	const collate = (language) => new Intl.Collator(language,
		{ numeric: true, sensitivity: "base" });
	let collator = collate("en");
	try {
		collator = collate(document.documentElement.lang);
	} catch (_) {
		/* what the draft calls a language may be none */
	}

	const make = (name, attributes, ...inside) => {
		const element = document.createElement(name);
		for (const key in attributes)
			element.setAttribute(key, attributes[key]);
		element.append(...inside);
		return element;
	};
	const on = (target, event, action) => target.addEventListener(event, action);
	const fill = (text, ...values) =>
		text.replace(/\{(\d)\}/g, (_, n) => values[n - 1]);

	/* Said once things are quiet: not at every letter that is typed. */
	const status = make("p", { class: "unseen", role: "status" });
	let speaking;
	const say = (text, after = 600) => {
		clearTimeout(speaking);
		status.textContent = "";
		speaking = setTimeout(() => { status.textContent = text; }, after);
	};

	/* ---- links ---- */

	/* Where there is no clipboard: a page of an intranet without TLS. */
	const copyByHand = (text) => {
		const area = make("textarea", { class: "unseen", "aria-hidden": "true" });
		const back = document.activeElement;
		area.value = text;
		document.body.append(area);
		area.select();
		const done = document.execCommand("copy");
		area.remove();
		back.focus({ preventScroll: true });
		if (!done)
			throw new Error("not copied");
	};
	const copy = async (text) => {
		try {
			await navigator.clipboard.writeText(text);
		} catch (_) {
			copyByHand(text);
		}
	};

	const copyLink = async (link) => {
		let said = words.copied;
		try {
			await copy(link.href);
		} catch (_) {
			said = words.address;
			location.hash = link.hash;
		}
		all(".anchor[data-said]").forEach((other) =>
			other.removeAttribute("data-said"));
		link.dataset.said = said;
		say(said, 50);
		setTimeout(() => link.removeAttribute("data-said"), 4000);
	};

	on(document, "click", (event) => {
		const link = event.target.closest("a.anchor");
		if (!link || event.ctrlKey || event.metaKey || event.shiftKey)
			return;
		event.preventDefault();
		copyLink(link);
	});

	/* ---- actions ---- */

	const plain = (text) =>
		text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

	/* What stands around a row and has no sense without one. */
	const arounds = new Map();
	const around = (element) => {
		if (element === main || element.parentElement === main)
			return [];
		let found = arounds.get(element);
		if (!found) {
			found = around(element.parentElement);
			if (element.matches("section, table, tbody, ul, ol, .scroll"))
				found = [element, ...found];
			arounds.set(element, found);
		}
		return found;
	};

	const rows = all("[data-state]", main).map((element) => ({
		element,
		state: element.dataset.state,
		owners: (element.dataset.owner || "").split("\n"),
		theme: element.dataset.theme,
		overdue: "overdue" in element.dataset,
		around: around(element.parentElement),
		text: null,
	}));
	const containers = new Set(rows.flatMap((row) => row.around));
	const parts = [...new Set(rows.map((row) => row.element.closest("main > *")))];
	const others = parts.flatMap((part) => all("section", part))
		.filter((section) => !containers.has(section) &&
			!section.closest("[data-state]"));

	const wanted = { q: "", state: [], theme: "", owner: "", overdue: false };
	let isFiltered = false;
	let sorted = "";

	/* What is hidden is remembered: asking 10,000 elements takes long. */
	const hidden = new Set();
	const hide = (element, isHidden) => {
		if (hidden.has(element) === isHidden)
			return;
		element.hidden = isHidden;
		hidden[isHidden ? "add" : "delete"](element);
	};

	/* The rows' words are gathered when somebody first looks for some. */
	const textOf = (row) => {
		if (row.text === null)
			row.text = plain(row.element.textContent);
		return row.text;
	};

	const select = () => {
		const looked = plain(wanted.q).split(/\s+/).filter(Boolean);
		const counts = {};
		const shown = new Set();
		let count = 0;
		let last;
		isFiltered = looked.length > 0 || wanted.state.length > 0 ||
			wanted.theme !== "" || wanted.owner !== "" || wanted.overdue;
		for (const row of rows) {
			const rest = (!wanted.theme || row.theme === wanted.theme) &&
				(!wanted.owner || row.owners.includes(wanted.owner)) &&
				(!wanted.overdue || row.overdue) &&
				looked.every((word) => textOf(row).includes(word));
			const fits = rest && (wanted.state.length === 0 ||
				wanted.state.includes(row.state));
			if (rest)
				counts[row.state] = (counts[row.state] || 0) + 1;
			if (fits) {
				count++;
				if (row.around !== last)
					row.around.forEach((element) => shown.add(element));
				last = row.around;
			}
			hide(row.element, !fits);
		}
		containers.forEach((element) => hide(element, !shown.has(element)));
		others.forEach((element) => hide(element, isFiltered));
		return { count, counts };
	};

	/* The address says what is selected: "#?state=at-risk&q=flood". */
	const writeAddress = () => {
		const query = new URLSearchParams();
		if (wanted.q.trim())
			query.set("q", wanted.q.trim());
		if (wanted.state.length)
			query.set("state", wanted.state.join(" "));
		for (const key of ["theme", "owner"])
			if (wanted[key])
				query.set(key, wanted[key]);
		if (wanted.overdue)
			query.set("overdue", "yes");
		if (sorted)
			query.set("sort", sorted);
		const text = query.toString();
		try {
			if (text)
				history.replaceState(null, "", "#?" + text);
			else if (location.hash.startsWith("#?"))
				history.replaceState(null, "",
					location.href.replace(/#.*/, ""));
		} catch (_) {
			/* a page that was opened in a frame keeps its address */
		}
	};

	/* ---- the controls ---- */

	const field = (name, control) =>
		make("div", {}, make("label", { for: control.id }, name), control);
	const choice = (name, key, values, names) => {
		const box = make("select", { id: "_" + key },
			make("option", { value: "" }, words.all));
		for (const value of values)
			box.append(make("option", { value }, names[value] || value));
		on(box, "change", () => {
			wanted[key] = box.value;
			changed();
		});
		return { box, field: field(name, box) };
	};
	const tick = (id, ...label) => {
		const box = make("input", { type: "checkbox", id });
		return { box, line: make("div", { class: "tick" }, box,
			make("label", { for: id }, ...label)) };
	};
	const button = (label, action) => {
		const made = make("button", { type: "button" }, label);
		on(made, "click", action);
		return made;
	};
	const distinct = (values) => [...new Set(values.filter(Boolean))];

	const search = make("input", { type: "search", id: "_q", autocomplete: "off",
		spellcheck: "false" });
	const count = make("p", { class: "count" });
	const criteria = make("p", { class: "criteria" });
	const ticks = Object.keys(data.states || {})
		.filter((state) => rows.some((row) => row.state === state))
		.map((state) => {
			const chip = document.querySelector(
				"[data-state='" + state + "'] .state.is-" + state);
			const number = make("span", { class: "number" });
			const name = chip ? chip.cloneNode(true) : data.states[state];
			return { state, number,
				name: chip ? chip.textContent : name,
				...tick("_is-" + state, name, " ", number) };
		});
	const themes = choice(words.theme, "theme", Object.keys(data.themes || {})
		.filter((id) => rows.some((row) => row.theme === id)), data.themes || {});
	const owners = choice(words.owner, "owner",
		distinct(rows.flatMap((row) => row.owners)).sort(collator.compare), {});
	const overdue = tick("_overdue", words.overdue);

	const describe = () => [
		wanted.q.trim() && words.search + ": " + wanted.q.trim(),
		wanted.state.length && words.state + ": " + ticks
			.filter((at) => wanted.state.includes(at.state))
			.map((at) => at.name).join(", "),
		wanted.theme && words.theme + ": " + data.themes[wanted.theme],
		wanted.owner && words.owner + ": " + wanted.owner,
		wanted.overdue && words.overdue,
	].filter(Boolean).join("; ");

	const refresh = () => {
		const found = select();
		for (const at of ticks)
			at.number.textContent = "(" + (found.counts[at.state] || 0) + ")";
		count.textContent = fill(words.shown, found.count, rows.length) +
			(found.count ? "" : ". " + words.nothing);
		criteria.textContent = describe();
		clear.disabled = !isFiltered;
	};
	const changed = () => {
		refresh();
		writeAddress();
		say(count.textContent);
	};

	/* Sets the controls as `wanted` has it. */
	const showWanted = () => {
		search.value = wanted.q;
		ticks.forEach((at) => {
			at.box.checked = wanted.state.includes(at.state);
		});
		themes.box.value = wanted.theme;
		owners.box.value = wanted.owner;
		overdue.box.checked = wanted.overdue;
	};
	const clearAll = () => {
		Object.assign(wanted, { q: "", state: [], theme: "", owner: "",
			overdue: false });
		showWanted();
		refresh();
	};
	const clear = button(words.clear, () => {
		clearAll();
		writeAddress();
		say(count.textContent);
		search.focus();
	});

	const printSelection = () => {
		document.body.classList.add("selection");
		print();
	};
	on(window, "afterprint", () =>
		document.body.classList.remove("selection"));

	const readAddress = () => {
		const query = new URLSearchParams(location.hash.slice(2));
		const known = (box, value) => [...box.options]
			.some((option) => option.value === value) ? value : "";
		Object.assign(wanted, {
			q: query.get("q") || "",
			state: (query.get("state") || "").split(" ")
				.filter((state) => ticks.some((at) => at.state === state)),
			theme: known(themes.box, query.get("theme")),
			owner: known(owners.box, query.get("owner")),
			overdue: query.has("overdue"),
		});
		showWanted();
		refresh();
		sortAs(query.get("sort") || "");
	};

	/* A link to what is not selected shows all. */
	on(window, "hashchange", () => {
		if (rows.length < FEWEST_ACTIONS)
			return;
		if (location.hash.startsWith("#?")) {
			readAddress();
			return;
		}
		const target = document.getElementById(
			decodeURIComponent(location.hash.slice(1)));
		if (target && target.closest("[hidden]")) {
			clearAll();
			target.scrollIntoView();
		}
	});

	const addControls = () => {
		let typing;
		const panel = make("div", { class: "panel" }, field(words.search, search));
		if (ticks.length > 1)
			panel.append(make("fieldset", {},
				make("legend", {}, words.state),
				...ticks.map((at) => at.line)));
		if (themes.box.length > 2)
			panel.append(themes.field);
		if (owners.box.length > 2)
			panel.append(owners.field);
		if (rows.some((row) => row.overdue))
			panel.append(overdue.line);
		const details = make("details", {},
			make("summary", {}, words.find), panel);
		details.open = matchMedia("(min-width: 56rem)").matches ||
			location.hash.startsWith("#?");
		on(search, "focus", () => {
			setTimeout(() => rows.forEach(textOf), 0);
		});
		on(search, "input", () => {
			clearTimeout(typing);
			typing = setTimeout(() => {
				wanted.q = search.value;
				changed();
			}, 120);
		});
		ticks.forEach((at) => on(at.box, "change", () => {
			wanted.state = ticks.filter((other) => other.box.checked)
				.map((other) => other.state);
			changed();
		}));
		on(overdue.box, "change", () => {
			wanted.overdue = overdue.box.checked;
			changed();
		});
		parts.forEach((part) => part.classList.add("selectable"));
		const bar = make("div", { class: "filter", role: "search",
			"aria-label": words.find }, details,
			make("div", { class: "outcome" }, count, criteria, clear,
				button(words.print, printSelection)));
		const heading = parts[0].querySelector("h2");
		if (heading && heading.parentElement === parts[0])
			heading.after(bar);
		else
			parts[0].before(bar);
	};

	/* ---- sorting ---- */

	const order = Object.keys(data.states || {});
	const keyOf = (cell) => {
		if (!cell)
			return "";
		const chip = cell.querySelector(".state");
		const name = chip && /is-([a-z-]+)/.exec(chip.className);
		if (name)
			return String(order.indexOf(name[1]));
		return cell.dataset.sort || cell.textContent.trim();
	};

	/* Rows that are no actions name or total those around them: they stay, and
	 * the rows between them are sorted. */
	const runs = (table) => {
		const made = [];
		let run;
		for (const row of all("tbody tr", table)) {
			if (row.matches(".group") ||
				table.matches(".role-actions") && !row.dataset.state) {
				run = null;
				continue;
			}
			if (!run)
				made.push(run = { rows: [] });
			run.rows.push(row);
			run.after = row.nextElementSibling;
		}
		return made;
	};

	const tables = all(".role-actions, .role-exceptions table", main)
		.filter((table) => table.tHead && table.tHead.rows.length === 1 &&
			!table.querySelector("thead [colspan], [rowspan]"))
		.map((table) => ({ table, kept: runs(table) }))
		.filter((at) => at.kept.some((run) =>
			run.rows.length >= FEWEST_SORTED));

	const headings = (at) => [...at.table.tHead.rows[0].cells];
	const sortTable = (at, column, direction) => {
		for (const part of at.kept) {
			const keys = part.rows.map((row) =>
				({ row, key: keyOf(row.cells[column]) }));
			if (direction)
				keys.sort((a, b) => (a.key === "") - (b.key === "") ||
					direction * collator.compare(a.key, b.key));
			keys.forEach((one) => part.rows[0]
				.parentElement.insertBefore(one.row, part.after));
		}
		headings(at).forEach((cell, index) => {
			if (direction && index === column)
				cell.setAttribute("aria-sort",
					direction > 0 ? "ascending" : "descending");
			else
				cell.removeAttribute("aria-sort");
		});
	};

	const toggleSort = (at, column) => {
		const cell = headings(at)[column];
		const before = cell.getAttribute("aria-sort");
		const direction = !before ? 1 : before === "ascending" ? -1 : 0;
		sortTable(at, column, direction);
		sorted = direction ? tables.indexOf(at) + "." + column +
			(direction > 0 ? "" : "d") : "";
		writeAddress();
		say(fill(direction > 0 ? words.ascending :
			direction ? words.descending : words.unsorted,
			cell.textContent.trim()), 50);
	};

	/* As the address has it: "0.3d". */
	const sortAs = (text) => {
		const read = /^(\d+)\.(\d+)(d?)$/.exec(text);
		const at = read && tables[read[1]];
		if (!at || !headings(at)[read[2]])
			return;
		sorted = text;
		sortTable(at, Number(read[2]), read[3] ? -1 : 1);
	};

	tables.forEach((at) => {
		at.table.classList.add("sortable");
		headings(at).forEach((cell, column) => {
			if (!cell.textContent.trim())
				return;
			const made = button("", () => toggleSort(at, column));
			made.append(...cell.childNodes);
			cell.append(made);
		});
	});

	/* ---- */

	document.body.append(status);
	if (rows.length >= FEWEST_ACTIONS) {
		addControls();
		refresh();
		if (location.hash.startsWith("#?"))
			readAddress();
	}
})();
