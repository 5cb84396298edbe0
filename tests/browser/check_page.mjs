// What holds of every page: nobody is kept out, nothing is asked for, and it
// all fits.
import { basename } from "node:path";
import { pathToFileURL } from "node:url";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
	"best-practice"];

// Opens a page and remembers all that it complains of or asks for.
export const open = async (browser, path, options = {}, before = () => {}) => {
	const context = options.context ?? await browser.newContext(options);
	const page = await context.newPage();
	await page.addInitScript(before);
	const url = pathToFileURL(path).href;
	page.said = [];
	page.on("console", (message) => page.said.push(message.text()));
	page.on("pageerror", (error) => page.said.push(String(error)));
	page.on("dialog", (dialog) => {
		page.said.push(`dialog: ${dialog.message()}`);
		dialog.dismiss();
	});
	page.on("request", (request) => {
		if (request.url().split("#")[0] !== url &&
			!request.url().startsWith("data:image/"))
			page.said.push(`asks for ${request.url()}`);
	});
	await page.goto(url);
	return page;
};

const violations = async (page) => {
	const found = await page.evaluate(async (rules) => {
		const result = await axe.run(document, {
			runOnly: rules, resultTypes: ["violations"] });
		return result.violations.map((rule) => [rule.id, rule.help,
			...rule.nodes.slice(0, 3).map((node) => node.html + " " +
				[...node.any, ...node.all, ...node.none]
					.map((one) => one.message).join("; "))]);
	}, rules);
	return found.flat();
};

// The media are looked at in turn, so that a page is loaded once for a width.
const media = {
	light: { media: "screen", colorScheme: "light" },
	dark: { media: "screen", colorScheme: "dark" },
	print: { media: "print", colorScheme: "light" },
};

const checkLooks = async ({ browser, test, axe }, name, path, width) => {
	// 1280 by 1024 at 400% is 320 by 256
	const page = await open(browser, path,
		{ viewport: { width, height: width === 320 ? 256 : 1024 } });
	await page.evaluate(axe);
	await page.evaluate(() => document.querySelectorAll("details")
		.forEach((one) => { one.open = true; }));
	for (const [medium, how] of Object.entries(media)) {
		await page.emulateMedia(how);
		await test(`${name}: axe finds nothing, ${medium}, ${width}`,
			() => violations(page));
	}
	await page.emulateMedia(media.light);
	await test(`${name}: nothing is wider than ${width}`, () =>
		page.evaluate(() => {
			const wide = document.documentElement.clientWidth;
			if (document.documentElement.scrollWidth <= wide)
				return [];
			return [...document.querySelectorAll("body *")]
				.filter((one) => !one.closest(".scroll, .unseen") &&
					one.getBoundingClientRect().right > wide)
				.map((one) => one.outerHTML.slice(0, 200));
		}));
	await test(`${name}: says and asks for nothing, ${width}`,
		() => page.said);
	await page.context().close();
};

// Tab goes to all that can be used, in the order of the page, and shows where
// it is.
const checkTabbing = async ({ browser, test }, name, path, width) => {
	const page = await open(browser, path,
		{ viewport: { width, height: 1024 }, reducedMotion: "reduce" });
	await test(`${name}: Tab reaches everything in order, ${width}`, async () => {
		const count = await page.evaluate(() => {
			const usable = [...document.querySelectorAll("a[href], button, " +
				"input, select, summary, [tabindex='0']")]
				.filter((one) => !one.disabled &&
					one.checkVisibility({ visibilityProperty: true }));
			window.look = () => {
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
			return usable.length;
		});
		const seen = [];
		for (let i = 0; i < count; i++) {
			await page.keyboard.press("Tab");
			seen.push(await page.evaluate(() => window.look()));
		}
		const wrong = count > 1 ? [] : ["there is nothing to use"];
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
	await page.context().close();
};

// All that stands in the file is there without the script, and the script takes
// nothing away.
const checkScriptless = async ({ browser, test }, name, path) => {
	const words = () => {
		document.querySelectorAll("details").forEach((one) => { one.open = true; });
		document.querySelectorAll(".filter, [role=status]")
			.forEach((one) => one.remove());
		return document.body.innerText.split(/\s+/).filter(Boolean);
	};
	await test(`${name}: all is there without the script`, async () => {
		const texts = [];
		for (const javaScriptEnabled of [false, true]) {
			const page = await open(browser, path, { javaScriptEnabled });
			texts.push({ page, words: await page.evaluate(words) });
		}
		const hidden = await texts[0].page.evaluate(() =>
			[...document.querySelectorAll("body *")]
				.filter((one) => !one.checkVisibility() &&
					!one.closest("script, svg"))
				.map((one) => one.outerHTML.slice(0, 200)));
		const wrong = hidden.map((html) => `hidden: ${html}`);
		if (texts[0].words.length < 20)
			wrong.push("there is hardly a word");
		if (texts[0].words.join(" ") !== texts[1].words.join(" "))
			wrong.push("the script changes what is there");
		for (const { page } of texts)
			await page.context().close();
		return wrong;
	});
};

// With the system's colours, shapes and links are still seen.
const checkForced = async ({ browser, test }, name, path) => {
	const page = await open(browser, path, { forcedColors: "active" });
	await test(`${name}: shapes and links show in forced colours`, () =>
		page.evaluate(() => {
			const canvas = getComputedStyle(document.body).backgroundColor;
			const wrong = [];
			for (const one of document.querySelectorAll(".solid, .line"))
				if ([getComputedStyle(one).fill, getComputedStyle(one).stroke]
					.every((colour) => colour === canvas || colour === "none"))
					wrong.push(one.outerHTML);
			for (const one of document.querySelectorAll(".anchor"))
				if (getComputedStyle(one, "::before").backgroundColor === canvas)
					wrong.push(one.outerHTML);
			return wrong;
		}));
	await page.context().close();
};

export const checkPage = async (kit, path) => {
	const name = basename(path, ".html");
	for (const width of [320, 1280]) {
		await checkLooks(kit, name, path, width);
		await checkTabbing(kit, name, path, width);
	}
	await checkScriptless(kit, name, path);
	await checkForced(kit, name, path);
};
