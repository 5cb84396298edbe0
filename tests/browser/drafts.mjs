// usage: node drafts.mjs HOSTILE MADE
// Writes drafts: to HOSTILE one for each case of hostile.mjs, to MADE plans that
// are too long to stand in a repository.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { cases } from "./hostile.mjs";

const [hostile, made] = process.argv.slice(2);

for (const [name, draft] of Object.entries(cases))
	writeFileSync(join(hostile, name.replace(/(.*)\.(.*)/, "$2-$1.$2")), draft);

const states = ["Green", "Amber", "Red", "Blue"];
const owners = ["Ann Abbott", "Bob Birch", "Cara Cole", "Dai Davies"];

// A plan in one table, with 40 words to a row.
export const plan = (count) => {
	const lines = ["# Long plan", "", "## Actions", "",
		"| Ref | Action | Owner | Status | Due | Progress |",
		"|---|---|---|---|---|---|"];
	for (let i = 1; i <= count; i++)
		lines.push(`| ${Math.ceil(i / 100)}.${(i - 1) % 100 + 1} ` +
			`| Mend gully number ${i} | ${owners[i % 4]} ` +
			`| ${states[i % 4]} | ${1 + i % 28} March 2031 ` +
			`| Crews have looked at the gully, written down what it ` +
			`needs and ordered the parts; the work waits for the ` +
			`road to be closed, which the district has agreed for ` +
			`week ${i % 52}. |`);
	return lines.join("\n") + "\n";
};

// A table in each of its parts, so that some meet the foot of a page.
const parts = (count) => {
	const lines = ["# Plan in parts", ""];
	for (let i = 1; i <= count; i++) {
		lines.push(`## ${i}. Part ${i}`, "", "What this part is for.", "",
			"| Ref | Action | Owner | Status | Progress |",
			"|---|---|---|---|---|");
		for (let k = 1; k <= 1 + i % 4; k++)
			lines.push(`| ${i}.${k} | Mend gully ${i}.${k} ` +
				`| ${owners[k % 4]} | ${states[i % 4]} ` +
				`| ${"Crews have looked at it. ".repeat(1 + i % 5)}|`);
		lines.push("");
	}
	return lines.join("\n");
};

writeFileSync(join(made, "long.md"), plan(10000));
writeFileSync(join(made, "short.md"), plan(12));
writeFileSync(join(made, "printed.md"), parts(40));
writeFileSync(join(made, "welsh.md"),
	`---\nlanguage: cy\n---\n${plan(12)}`);
