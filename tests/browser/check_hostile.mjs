// Drafts that mean harm: what they bring stays text. The policy is taken off, so
// that it is the page that is judged and not the browser's last defence.
import { basename } from "node:path";
import { tab, visit } from "./check_page.mjs";

// All that a page of ours is made of. Anything else came out of the draft.
const looks = () => {
	const wrong = [];
	const known = new Set(("html head meta title link style script body a header " +
		"div p main h1 h2 h3 h4 h5 h6 nav ul ol li details summary section span " +
		"table caption thead tbody tr th td dl dt dd blockquote pre code hr br " +
		"em strong del img sup svg path footer button input select option label " +
		"fieldset legend figure figcaption desc g rect text tspan circle line " +
		"defs pattern polyline polygon use clipPath")
		.split(" "));
	const safe = /^(https?:|mailto:|tel:|#|[^:/\\?#]+([/?#]|$))/i;
	for (const one of document.querySelectorAll("*")) {
		const name = one.localName;
		if (!known.has(name))
			wrong.push(`<${name}>`);
		for (const { name: attribute, value } of one.attributes) {
			if (/^on|^style$|^srcdoc$|^formaction$|:href$/i.test(attribute))
				wrong.push(`<${name} ${attribute}>`);
			if (attribute === "href" && name === "a" && !safe.test(value))
				wrong.push(`<a href="${value}">`);
			if (attribute === "src" && !value.startsWith("data:image/"))
				wrong.push(`<${name} src="${value}">`);
			if (attribute === "http-equiv" &&
				value !== "Content-Security-Policy")
				wrong.push(`<meta http-equiv="${value}">`);
		}
	}
	if (document.querySelectorAll("script").length !== 3)
		wrong.push("more scripts than ours");
	if (document.querySelectorAll("style").length !== 1)
		wrong.push("more styles than ours");
	if (!document.querySelector("body > [role=status]"))
		wrong.push("the page's own script did not come to its end");
	for (const data of document.querySelectorAll("script[type]"))
		JSON.parse(data.textContent);
	if (Object.prototype.fired || window.fired)
		wrong.push("fire() was called");
	return wrong;
};

export const checkHostile = async ({ browser, test, workers }, paths) => {
	await test("hostile drafts become pages", () =>
		paths.length >= 60 ? [] : [`only ${paths.length} do`]);
	const context = await browser.newContext({ bypassCSP: true });
	const idle = [];
	const check = async (path) => {
		const page = idle.pop() ?? await tab(context, () => {
			window.fire = () => { window.fired = true; };
		});
		await test(`hostile: ${basename(path, ".html")}`, async () => {
			await visit(page, path);
			await page.evaluate(() => {
				// whatever waits for a pointer, a key or a link's focus
				for (const one of document.querySelectorAll("body *"))
					for (const type of ["mouseover", "focus", "click"])
						if (type !== "click" || !one.closest("a, summary, button"))
							one.dispatchEvent(new Event(type,
								{ bubbles: true, cancelable: true }));
			});
			return [...await page.evaluate(looks), ...page.said];
		});
		idle.push(page);
	};
	await workers(paths, check);
	await context.close();
};
