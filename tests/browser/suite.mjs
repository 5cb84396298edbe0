// usage: node suite.mjs TOOLS SCRATCH BUILD
// Opens SCRATCH/pages, /made and /hostile in one Chromium, and prints TAP.
import { createRequire } from "node:module";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { checkPages } from "./check_page.mjs";
import { checkControls } from "./check_controls.mjs";
import { checkHostile } from "./check_hostile.mjs";
import { checkPreview } from "./check_preview.mjs";

const [tools, scratch, build] = process.argv.slice(2);
const require = createRequire(join(tools, "package.json"));
const { chromium } = require("playwright-core");
const axe = require("axe-core").source;

// A test is a name and a function that gives what is wrong, as lines.
const test = async (name, run) => {
	let wrong;
	try {
		wrong = [await run()].flat().filter(Boolean);
	} catch (error) {
		wrong = [String(error.stack)];
	}
	console.log(wrong.length ? `not ok - ${name}` : `ok - ${name}`);
	for (const line of wrong.slice(0, 20).flatMap((one) => one.split("\n")))
		console.log("# " + line.slice(0, 300));
	if (wrong.length)
		console.log("#");
};

const pages = (folder) => readdirSync(join(scratch, folder))
	.filter((name) => name.endsWith(".html"))
	.map((name) => join(scratch, folder, name));

// Two at a time: there may be no more processors.
const workers = async (items, work) => {
	const queue = [...items];
	const next = async () => {
		while (queue.length)
			await work(queue.shift());
	};
	await Promise.all([next(), next()]);
};

const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM,
	chromiumSandbox: process.getuid() !== 0,
});
const all = [...pages("pages"), join(scratch, "made/short.html"),
	join(scratch, "made/welsh.html")];
const kit = { browser, test, axe, scratch, workers, build };
const parts = {
	pages: () => checkPages(kit, all),
	controls: () => checkControls(kit),
	hostile: () => checkHostile(kit, pages("hostile")),
	preview: () => checkPreview(kit),
};
for (const [name, part] of Object.entries(parts)) {
	const start = Date.now();
	await part();
	console.log(`# ${name}: ${Math.round((Date.now() - start) / 1000)} s`);
}
await browser.close();
