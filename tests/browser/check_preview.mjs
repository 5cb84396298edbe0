// What "watch --serve" shows: the paper, on this machine only, and loaded again
// where its reader was when its draft is saved.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const MOST_WAIT_MS = 30000; // however busy the machine is

const draft = (word) => ["# Plan of things", "",
	...Array.from({ length: 60 }, (_, i) =>
		`## Heading ${i + 1}\n\nThe bins of street ${i + 1} are ${word}.\n`)]
	.join("\n");

// Starts it; the address is the first that it prints.
const start = (build, path) => new Promise((resolve, reject) => {
	const watcher = spawn(join(build, "rapporteur"), ["watch", "--serve",
		"--to", "html", "-o", join(path, ".."), path],
	{ stdio: ["ignore", "pipe", "pipe"] });
	let said = "";
	const hear = (bytes) => {
		said += bytes;
		const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
		if (address && /built in/.test(said))
			resolve({ watcher, address: address[0] });
	};
	watcher.stdout.on("data", hear);
	watcher.stderr.on("data", hear);
	watcher.on("error", reject);
	watcher.on("exit", () => reject(new Error(`it ended: ${said}`)));
});

export const checkPreview = async ({ browser, test, scratch, build }) => {
	const folder = join(scratch, "preview");
	const path = join(folder, "draft.md");
	mkdirSync(folder);
	writeFileSync(path, draft("full"));
	let served;
	await test("preview: it starts", async () => {
		served = await start(build, path);
	});
	if (!served)
		return;
	const context = await browser.newContext({ reducedMotion: "reduce" });
	const page = await context.newPage();
	page.setDefaultTimeout(MOST_WAIT_MS);
	const said = [];
	page.on("console", (message) => said.push(message.text()));
	page.on("pageerror", (error) => said.push(String(error)));
	page.on("request", (request) => {
		if (!request.url().startsWith(served.address) &&
			!request.url().startsWith("data:image/"))
			said.push(`asks for ${request.url()}`);
	});
	const paper = page.frameLocator("#frame");

	await test("preview: the paper is shown", async () => {
		await page.goto(served.address);
		await paper.getByText("The bins of street 60 are full.").waitFor();
		return await page.locator("#paper").inputValue() === "draft.html"
			? [] : ["its name is not shown"];
	});
	await test("preview: loaded again where the reader was", async () => {
		const scrolled = () => page.frames()[1].evaluate(() => scrollY);
		await page.frames()[1].evaluate(() => scrollTo(0, 1500));
		await page.evaluate(() => { window.same = true; });
		const before = await scrolled();
		writeFileSync(path, draft("gone"));
		await paper.getByText("The bins of street 60 are gone.").waitFor();
		await page.getByRole("status").filter({ hasText: "Built again" })
			.waitFor();
		await page.frames()[1].waitForFunction((y) => scrollY === y, before)
			.catch(() => {});
		const after = await scrolled();
		return [
			before === 1500 ? "" : `could not scroll: ${before}`,
			after === before ? "" : `was at ${before}, is at ${after}`,
			await page.evaluate(() => window.same) ? ""
				: "the page around it was loaded again",
		];
	});
	await test("preview: nothing else is given out", async () => {
		const wrong = [];
		for (const name of ["draft.md", "../draft.md", "%2e%2e/draft.md", "-/"]) {
			const answer = await context.request.get(served.address + name);
			if (answer.status() !== 404)
				wrong.push(`${name}: ${answer.status()}`);
		}
		return wrong;
	});
	await test("preview: its end is said, and it ends when told", async () => {
		const ended = new Promise((resolve) =>
			served.watcher.removeAllListeners("exit").on("exit", resolve));
		served.watcher.kill();
		const status = await ended;
		const heard = said.splice(0);
		await page.getByRole("status").filter({ hasText: "has ended" })
			.waitFor();
		return [status === 0 ? "" : `exit status ${status}`, ...heard];
	});
	served.watcher.kill();
	await context.close();
};
