// What the page's script does, by keyboard alone: copying links, finding,
// sorting and printing actions; what is announced, and what the address says.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { open } from "./check_page.mjs";

const MOST_WAIT_MS = 20000; // however busy the machine is

const status = (page) => page.locator("body > [role=status]").textContent();
const announced = (page, text) => page.waitForFunction((text) =>
	document.querySelector("body > [role=status]").textContent.includes(text),
text, { timeout: MOST_WAIT_MS }).then(() => [], async () =>
	[`wanted to hear "${text}", heard "${await status(page)}"`]);
const rows = (page) => page.evaluate(() =>
	[...document.querySelectorAll("main [data-state]")]
		.filter((one) => one.checkVisibility())
		.map((one) => one.id.replace("action-", "")));
const same = (got, want, what) => JSON.stringify(got) === JSON.stringify(want)
	? [] : [`${what}: wanted ${JSON.stringify(want)}, got ${JSON.stringify(got)}`];

const checkCopy = async ({ browser, test, scratch }) => {
	const page = await open(browser, join(scratch, "made/short.html"),
		{ permissions: ["clipboard-read", "clipboard-write"] });
	const url = page.url();
	const read = () => page.evaluate(() => navigator.clipboard.readText());

	await test("copying a link: by Enter, and announced", async () => {
		await page.locator("#action-1\\.2 .anchor").focus();
		await page.keyboard.press("Enter");
		return [...await announced(page, "Link copied"),
			...same(await read(), url + "#action-1.2", "the clipboard"),
			...same(await page.evaluate(() => location.hash), "", "the address")];
	});
	await test("copying a link: where there is no clipboard to write to", async () => {
		await page.evaluate(() => {
			navigator.clipboard.writeText = () => Promise.reject(new Error());
		});
		await page.locator("#action-1\\.3 .anchor").focus();
		await page.keyboard.press("Enter");
		return [...await announced(page, "Link copied"),
			...same(await read(), url + "#action-1.3", "the clipboard"),
			...same(await page.evaluate(() => document.activeElement.hash),
				"#action-1.3", "the focus")];
	});
	await test("copying a link: where nothing may be copied, the address has it",
		async () => {
			await page.evaluate(() => { document.execCommand = () => false; });
			await page.locator("#action-1\\.4 .anchor").focus();
			await page.keyboard.press("Enter");
			return [...await announced(page, "address bar"),
				...same(await page.evaluate(() => location.hash),
					"#action-1.4", "the address")];
		});
	await test("copying a link: nothing is complained of", () => page.said);
	await page.context().close();
};

const checkFinding = async ({ browser, test, scratch }) => {
	const path = join(scratch, "made/short.html");
	const page = await open(browser, path);

	await test("finding: a state by Space, announced, in the address", async () => {
		await page.locator("#_is-at-risk").focus();
		await page.keyboard.press("Space");
		return [...same(await rows(page), ["1.1", "1.5", "1.9"], "rows"),
			...await announced(page, "Actions shown: 3 of 12"),
			...same(await page.evaluate(() => location.hash),
				"#?state=at-risk", "the address")];
	});
	await test("finding: two states, and the counts of all", async () => {
		await page.keyboard.press("Tab");
		await page.keyboard.press("Space");
		return [...same(await rows(page),
			["1.1", "1.2", "1.5", "1.6", "1.9", "1.10"], "rows"),
			...same(await page.locator(".tick .number").allTextContents(),
				["(3)", "(3)", "(3)", "(3)"], "counts")];
	});
	await test("finding: words without regard to case, and an owner", async () => {
		await page.locator("#_q").focus();
		await page.keyboard.type("GULLY 1.1");
		const heard = await announced(page, "Actions shown: 2 of 12");
		await page.locator("#_owner").focus();
		await page.keyboard.type("Cara");
		await page.keyboard.press("Enter");
		return [...heard, ...await announced(page, "Actions shown: 1 of 12"),
			...same(await rows(page), ["1.10"], "rows")];
	});
	await test("finding: the address brings it all back", async () => {
		const hash = await page.evaluate(() => location.hash);
		const again = await open(browser, path);
		await again.goto(pathToFileURL(path).href + hash);
		await again.reload();
		const wrong = [...same(await rows(again), ["1.10"], "rows"),
			...same(await again.locator("#_q").inputValue(),
				"GULLY 1.1", "the words"),
			...same(await again.locator("#_owner").inputValue(),
				"Cara Cole", "the owner")];
		await again.context().close();
		return wrong;
	});
	await test("finding: nothing is said to be nothing", async () => {
		await page.locator("#_q").focus();
		await page.keyboard.type(" giraffe");
		return [...await announced(page, "0 of 12. Nothing"),
			...same(await rows(page), [], "rows")];
	});
	await test("finding: all is shown again, and the focus stays in reach", async () => {
		await page.locator(".outcome button").first().focus();
		await page.keyboard.press("Enter");
		return [...same((await rows(page)).length, 12, "rows"),
			...same(await page.evaluate(() => location.hash), "", "the address"),
			...same(await page.evaluate(() => document.activeElement.id),
				"_q", "the focus"),
			...await announced(page, "Actions shown: 12 of 12")];
	});
	await test("finding: a link to what is not shown shows it", async () => {
		await page.locator("#_is-at-risk").focus();
		await page.keyboard.press("Space");
		await page.evaluate(() => { location.hash = "#action-1.2"; });
		await page.waitForFunction(() =>
			!document.querySelector("[data-state][hidden]"));
		return same((await rows(page)).length, 12, "rows");
	});
	await test("finding: an address of somebody else's making does no harm",
		async () => {
			const odd = "#?state=__proto__%20x&owner=%3Cb%3E&theme=constructor" +
				"&sort=99.99&q=%3Cimg%20src%3Dx%3E&overdue";
			await page.goto(pathToFileURL(path).href + odd);
			await page.reload();
			return [...same(await page.locator("main img").count(), 0, "images"),
				...same(await rows(page), [], "rows"), ...page.said];
		});
	await page.context().close();
};

const checkSorting = async ({ browser, test, scratch }) => {
	const page = await open(browser, join(scratch, "made/short.html"));
	const table = page.locator(".role-actions");
	const press = async (name) => {
		await table.getByRole("button", { name, exact: true }).focus();
		await page.keyboard.press("Enter");
	};

	await test("sorting: by number as people count, announced", async () => {
		await press("Ref");
		return [...same(await rows(page), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
			.map((n) => `1.${n}`), "rows"),
			...await announced(page, "Sorted by Ref, ascending"),
			...same(await table.locator("[aria-sort]").allTextContents(),
				["Ref"], "aria-sort")];
	});
	await test("sorting: the other way, in the address", async () => {
		await page.keyboard.press("Enter");
		return [...same((await rows(page))[0], "1.12", "the first row"),
			...same(await table.locator("[aria-sort=descending]").count(), 1,
				"aria-sort"),
			...same(/sort=\d+\.0d/.test(page.url()), true, "the address")];
	});
	await test("sorting: dates as dates", async () => {
		await press("Due");
		return same((await rows(page)).slice(0, 3), ["1.1", "1.2", "1.3"], "rows");
	});
	await test("sorting: states as in the key, and back to the paper's order",
		async () => {
			await press("Status");
			const first = await rows(page);
			await page.keyboard.press("Enter");
			await page.keyboard.press("Enter");
			return [...same(first.slice(0, 3), ["1.3", "1.7", "1.11"], "rows"),
				...same((await rows(page))[0], "1.1", "the first row"),
				...await announced(page, "own order"),
				...same(page.url().includes("sort"), false, "the address")];
		});
	await page.context().close();
};

const checkPrinting = async ({ browser, test, scratch }) => {
	const page = await open(browser, join(scratch, "made/short.html"));

	await test("printing: the selection and its title alone", async () => {
		await page.evaluate(() => {
			window.print = () => { window.printed = document.body.className; };
		});
		await page.locator("#_is-off-track").check();
		await page.locator(".outcome button").last().focus();
		await page.keyboard.press("Enter");
		await page.emulateMedia({ media: "print" });
		const text = await page.evaluate(() => document.body.innerText);
		return [
			/selection/.test(await page.evaluate(() => window.printed))
				? "" : "nothing was printed",
			text.includes("Actions shown: 3 of 12") ? "" : "without the count",
			text.includes("State: Amber") || text.includes("State: Red")
				? "" : "without what was chosen",
			text.includes("gully number 2") ? "" : "without a row that was chosen",
			text.includes("gully number 3") ? "with a row that was not" : "",
			text.includes("What needs attention") ? "with other sections" : "",
			text.includes("Print this") ? "with buttons" : "",
		];
	});
	await page.context().close();

	// As many tables as there are ways for one to meet the foot of a page.
	const printed = await open(browser, join(scratch, "made/printed.html"));
	await test("printing: headers of tables on every page, never alone", async () => {
		const path = join(scratch, "printed.pdf");
		await printed.pdf({ path, preferCSSPageSize: true });
		const sheets = execFileSync("pdftotext", ["-layout", path, "-"],
			{ encoding: "utf8" }).split("\f").filter((text) => text.trim());
		const header = /Action\s+(Owner|State)/, row = /^\s*\d+\.\d+\s/m;
		return [sheets.length > 3 ? "" : `${sheets.length} pages`,
			...sheets.map((text, at) => {
				const lines = text.trimEnd().split("\n");
				return header.test(lines.at(-1))
					? `page ${at + 1} ends with a header` :
					row.test(text) && !header.test(text)
						? `page ${at + 1} has rows without a header` : "";
			})];
	});
	await printed.context().close();
};

const checkLong = async ({ browser, test, scratch }) => {
	const page = await open(browser, join(scratch, "made/long.html"));
	const session = await page.context().newCDPSession(page);
	await session.send("Performance.enable", { timeDomain: "threadTicks" });

	// what the browser worked, whoever else works on this machine
	const worked = async () => {
		const { metrics } = await session.send("Performance.getMetrics");
		return 1000 * metrics.filter(({ name }) =>
			["ScriptDuration", "LayoutDuration", "RecalcStyleDuration"]
				.includes(name)).reduce((sum, { value }) => sum + value, 0);
	};
	const time = async (id, value) => {
		const before = await worked();
		await page.evaluate(([id, value]) => {
			const box = document.getElementById(id);
			if (box.type === "checkbox")
				box.checked = value;
			else
				box.value = value;
			box.dispatchEvent(new Event("change"));
			return document.body.offsetHeight;
		}, [id, value]);
		return await worked() - before;
	};

	// how long is printed and not judged: another machine, another figure
	await test("10,000 actions: a choice and back again leaves them all", async () => {
		const choices = [["_owner", "Bob Birch"], ["_owner", ""],
			["_is-at-risk", true], ["_is-at-risk", false]];
		const best = {};
		for (let tries = 0; tries < 4; tries++)
			for (const [id, value] of choices) {
				const ms = Math.round(await time(id, value));
				best[id + value] = Math.min(ms, best[id + value] ?? ms);
			}
		console.log(`# milliseconds: ${JSON.stringify(best)}`);
		return same(await page.evaluate(() => document
			.querySelectorAll("[data-state]:not([hidden])").length), 10000, "rows");
	});
	await page.context().close();
};

export const checkControls = async (kit) => {
	await checkCopy(kit);
	await checkFinding(kit);
	await checkSorting(kit);
	await checkPrinting(kit);
	await checkLong(kit);
};
