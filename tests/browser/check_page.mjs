// What holds of every page: nobody is kept out, nothing is asked for, and it
// all fits.
import { basename } from "node:path";
import { pathToFileURL } from "node:url";

// Goes to a page, in a tab that may have held another one before, and remembers
// all that it complains of or asks for.
export const visit = async (page, path) => {
	page.said = [];
	page.own = pathToFileURL(path).href;
	await page.goto(page.own);
	return page;
};

export const tab = async (context, before = () => {}) => {
	const page = await context.newPage();
	await page.addInitScript(before);
	page.said = [];
	page.on("console", (message) => page.said.push(message.text()));
	page.on("pageerror", (error) => page.said.push(String(error)));
	page.on("dialog", (dialog) => {
		page.said.push(`dialog: ${dialog.message()}`);
		dialog.dismiss();
	});
	page.on("request", (request) => {
		if (request.url().split("#")[0] !== page.own &&
			!request.url().startsWith("data:image/"))
			page.said.push(`asks for ${request.url()}`);
	});
	return page;
};

export const open = async (browser, path, options = {}) =>
	visit(await tab(await browser.newContext(options)), path);

const violations = async (page, runOnly) => {
	const found = await page.evaluate(async (runOnly) => {
		const result = await axe.run(document, {
			runOnly, resultTypes: ["violations"] });
		return result.violations.map((rule) => [rule.id, rule.help,
			...rule.nodes.slice(0, 3).map((node) => node.html + " " +
				[...node.any, ...node.all, ...node.none]
					.map((one) => one.message).join("; "))]);
	}, runOnly);
	return found.flat();
};

// The media are looked at in turn, so that a page is loaded once for a width.
// The dark page differs in its colours alone, which checkSame() makes sure of.
const light = { media: "screen", colorScheme: "light" };
const media = {
	light: { how: light, rules: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa",
		"wcag22aa", "best-practice"] },
	dark: { how: { media: "screen", colorScheme: "dark" },
		rules: ["color-contrast", "link-in-text-block"] },
	print: { how: { media: "print", colorScheme: "light" },
		rules: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
			"best-practice"] },
};

// Where everything is, to see that nothing moved.
const places = (page) => page.evaluate(() =>
	[...document.querySelectorAll("body *")].map((one) => {
		const box = one.getBoundingClientRect();
		return `${one.localName}.${one.className} ` + [box.left, box.top,
			box.width, box.height].map(Math.round).join(" ");
	}));

const checkSame = async (page, test, name, width) => {
	await test(`${name}: nothing moves in the dark, ${width}`, async () => {
		const seen = [];
		for (const medium of ["light", "dark"]) {
			await page.emulateMedia(media[medium].how);
			seen.push(await places(page));
		}
		return seen[1].filter((place, i) => place !== seen[0][i]);
	});
};

const checkWidth = (page, test, name, width) =>
	test(`${name}: nothing is wider than ${width}`, () =>
		page.evaluate(() => {
			const wide = document.documentElement.clientWidth;
			const wrong = [];
			if (document.documentElement.scrollWidth > wide)
				wrong.push("the page scrolls sideways");
			for (const one of document.querySelectorAll("body *"))
				if (!one.closest(".scroll, .unseen, svg *") &&
					one.checkVisibility() &&
					getComputedStyle(one.closest("thead") ?? one)
						.clipPath === "none" &&
					one.getBoundingClientRect().right > wide + 1)
					wrong.push(one.outerHTML.slice(0, 200));
			return wrong;
		}));

// Tables become cards on a narrow screen, and words that are looked for at a
// glance are not cut in two.
const checkTables = (page, test, name, width) =>
	test(`${name}: tables can be read, ${width}`, () =>
		page.evaluate((narrow) => {
			const wrong = [];
			for (const one of document.querySelectorAll(".scroll"))
				if (narrow && one.querySelector("[class*=stack]") &&
					one.scrollWidth > one.clientWidth + 1)
					wrong.push("cards are wider than the window");
			const range = document.createRange();
			const look = (text) => {
				for (const word of text.data.matchAll(/[^\s\-\u2013\u2014]+/g)) {
					range.setStart(text, word.index);
					range.setEnd(text, word.index + word[0].length);
					const tops = new Set([...range.getClientRects()]
						.map((box) => Math.round(box.top)));
					if (tops.size > 1)
						wrong.push(`cut in two: ${word[0]}`);
				}
			};
			for (const one of document.querySelectorAll(
				"thead th, td.col-date, table .state")) {
				const texts = document.createTreeWalker(one,
					NodeFilter.SHOW_TEXT);
				const head = one.closest("thead") ?? one;
				while (one.checkVisibility() && getComputedStyle(head)
					.clipPath === "none" && texts.nextNode())
					look(texts.currentNode);
			}
			return wrong;
		}, width < 400));

// A chart is drawn twice: one of the two is there, for the eye and for those who
// have it read to them, and its shapes stand out from the page.
const charts = () => {
	const numbers = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
	const light = (colour) => {
		const [r, g, b] = numbers(colour).map((one) => one / 255)
			.map((one) => one <= 0.04045 ? one / 12.92
				: ((one + 0.055) / 1.055) ** 2.4);
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) /
		(Math.min(light(a), light(b)) + 0.05);
	const wrong = [];
	const page = getComputedStyle(document.body).backgroundColor;
	const canvas = numbers(page)[3] === 0 ? "rgb(255,255,255)" : page;
	for (const figure of document.querySelectorAll("figure.chart")) {
		const seen = [...figure.querySelectorAll("svg")]
			.filter((one) => one.checkVisibility());
		if (seen.length !== 1)
			wrong.push(`${seen.length} drawings of ${figure.id}`);
		for (const one of seen.flatMap((svg) =>
			[...svg.querySelectorAll(".bar, .ink, .axis, .mark, text")])) {
			const { fill, stroke } = getComputedStyle(one);
			const back = one.closest("pattern")?.querySelector(".back");
			const under = back ? getComputedStyle(back).fill : canvas;
			const best = Math.max(...[fill, stroke].map((colour) =>
				/^rgb\(/.test(colour) ? contrast(colour, under) : 0));
			if (best < (one.localName === "text" ? 4.5 : 3))
				wrong.push(`${best.toFixed(1)}: ${one.outerHTML}`);
		}
	}
	return wrong;
};

const heard = async (page) => {
	const session = await page.context().newCDPSession(page);
	const { nodes } = await session.send("Accessibility.getFullAXTree");
	await session.detach();
	const figures = await page.locator("figure.chart").count();
	const images = nodes.filter((node) => !node.ignored &&
		["image", "img"].includes(node.role?.value) &&
		node.description?.value);
	const wrong = images.filter((node) => !node.name?.value)
		.map(() => "a drawing without a name");
	if (images.length !== figures)
		wrong.push(`${images.length} drawings are read out, of ${figures}`);
	return wrong;
};

const checkCharts = async (page, test, name, width) => {
	if (await page.locator("figure.chart").count() === 0)
		return;
	await test(`${name}: one drawing of each chart is met, ${width}`,
		() => heard(page));
	for (const [medium, { how }] of Object.entries(media)) {
		await page.emulateMedia(how);
		await test(`${name}: charts stand out, ${medium}, ${width}`,
			() => page.evaluate(charts));
	}
	await page.emulateMedia(light);
};

// With the system's colours, shapes and links are still seen.
const checkForced = async (page, test, name) => {
	await page.emulateMedia({ ...light, forcedColors: "active" });
	await test(`${name}: shapes and links show in forced colours`, () =>
		page.evaluate(() => {
			const canvas = getComputedStyle(document.body).backgroundColor;
			const wrong = [];
			for (const one of document.querySelectorAll(
				".solid, .line, .chart :is(.bar, .ink, .axis, .mark, text)"))
				if ([getComputedStyle(one).fill, getComputedStyle(one).stroke]
					.every((colour) => colour === canvas || colour === "none"))
					wrong.push(one.outerHTML);
			for (const one of document.querySelectorAll(".anchor"))
				if (getComputedStyle(one, "::before").backgroundColor === canvas)
					wrong.push(one.outerHTML);
			return wrong;
		}));
	await page.emulateMedia({ ...light, forcedColors: "none" });
};

// Presses Tab so often, without waiting for the test's own road to the browser
// and back; the page looks after each.
const pressTab = async (page, count) => {
	const session = await page.context().newCDPSession(page);
	const key = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 };
	const presses = [];
	for (let i = 0; i < count; i++)
		for (const type of ["rawKeyDown", "keyUp"])
			presses.push(session.send("Input.dispatchKeyEvent",
				{ type, ...key }));
	await Promise.all(presses);
	await session.detach();
};

// Tab goes to all that can be used, in the order of the page, and shows where
// it is.
const checkTabbing = async (page, test, name, width) => {
	await test(`${name}: Tab reaches everything in order, ${width}`, async () => {
		const count = await page.evaluate(() => {
			const usable = [...document.querySelectorAll("a[href], button, " +
				"input, select, summary, [tabindex='0']")]
				.filter((one) => !one.disabled &&
					one.checkVisibility({ visibilityProperty: true }));
			window.seen = [];
			const look = () => {
				const one = document.activeElement;
				const box = one.getBoundingClientRect();
				const style = getComputedStyle(one);
				return { at: usable.indexOf(one),
					html: one.outerHTML.slice(0, 120),
					ring: style.outlineStyle !== "none" &&
						parseFloat(style.outlineWidth) >= 2,
					inside: box.width >= 1 && box.height >= 1 &&
						box.right > 0 && box.bottom > 0 &&
						box.top < innerHeight && box.left < innerWidth };
			};
			document.addEventListener("keyup",
				() => window.seen.push(look()), true);
			return usable.length;
		});
		await pressTab(page, count);
		const seen = await page.evaluate(() => window.seen);
		const wrong = count > 1 ? [] : ["there is nothing to use"];
		if (seen.length !== count)
			wrong.push(`${count} to reach, ${seen.length} reached`);
		seen.forEach((one, index) => {
			if (one.at !== index)
				wrong.push(`out of order: ${one.html}`);
			if (!one.ring)
				wrong.push(`does not show its focus: ${one.html}`);
			if (!one.inside)
				wrong.push(`cannot be seen: ${one.html}`);
		});
		return wrong;
	});
};

const openDetails = () => document.querySelectorAll("details")
	.forEach((one) => { one.open = true; });

const wordsOf = () => {
	document.body.querySelectorAll(".filter, [role=status]")
		.forEach((one) => { one.style.display = "none"; });
	const words = document.body.innerText.split(/\s+/).filter(Boolean);
	document.body.querySelectorAll(".filter, [role=status]")
		.forEach((one) => { one.style.removeProperty("display"); });
	return words;
};

// All that stands in the file is there without the script, and the script takes
// nothing away.
const checkScriptless = async (page, test, name, withScript) => {
	await test(`${name}: all is there without the script`, async () => {
		await page.evaluate(openDetails);
		const hidden = await page.evaluate(() =>
			[...document.querySelectorAll("body *")]
				.filter((one) => !one.checkVisibility() &&
					!one.closest("script, svg"))
				.map((one) => one.outerHTML.slice(0, 200)));
		const words = await page.evaluate(wordsOf);
		const wrong = hidden.map((html) => `hidden: ${html}`);
		if (words.length < 20)
			wrong.push("there is hardly a word");
		if (words.join(" ") !== withScript.join(" "))
			wrong.push("the script changes what is there");
		return wrong;
	});
};

const checkAtWidth = async ({ context, test, axe }, name, path, width) => {
	const page = await visit(await tab(context), path);
	await checkTabbing(page, test, name, width);
	await page.evaluate(openDetails);
	await page.evaluate(axe);
	for (const [medium, { how, rules }] of Object.entries(media)) {
		await page.emulateMedia(how);
		await test(`${name}: axe finds nothing, ${medium}, ${width}`,
			() => violations(page, rules));
	}
	await page.emulateMedia(light);
	await checkWidth(page, test, name, width);
	await checkTables(page, test, name, width);
	await checkSame(page, test, name, width);
	await checkCharts(page, test, name, width);
	await checkForced(page, test, name);
	await test(`${name}: says and asks for nothing, ${width}`,
		() => page.said);
	const words = await page.evaluate(wordsOf);
	await page.close();
	return words;
};

// What the contexts of a browser are for. 1280 by 1024 at 400% is 320 by 256.
const widths = {
	320: { viewport: { width: 320, height: 256 }, reducedMotion: "reduce" },
	1280: { viewport: { width: 1280, height: 1024 }, reducedMotion: "reduce" },
};

// Every page, so many at a time: there may be no more processors.
export const checkPages = async ({ browser, test, axe, workers }, paths) => {
	const contexts = {};
	for (const width in widths)
		contexts[width] = await browser.newContext(widths[width]);
	const bare = await browser.newContext({ ...widths[1280],
		javaScriptEnabled: false });
	const check = async (path) => {
		const name = basename(path, ".html");
		let words;
		for (const width in widths)
			words = await checkAtWidth({ context: contexts[width], test, axe },
				name, path, Number(width));
		const page = await visit(await tab(bare), path);
		await checkScriptless(page, test, name, words);
		await page.close();
	};
	await workers(paths, check);
	for (const context of [...Object.values(contexts), bare])
		await context.close();
};
