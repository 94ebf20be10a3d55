// Prints what GitHub's own parser finds in the workflow files of a folder, one line each: FILE:LINE:COLUMN MESSAGE. Ends with 1 when it finds anything.
import { readFileSync, readdirSync } from "node:fs";
import { register } from "node:module";
import { join } from "node:path";

// The package imports its JSON without saying so, which Node refuses; here JSON is handed over as a module.
register("data:text/javascript," + encodeURIComponent(`
  import { readFileSync } from "node:fs";
  import { fileURLToPath } from "node:url";
  export const load = (url, context, next) => !url.endsWith(".json") ? next(url, context)
    : { format: "module", shortCircuit: true, source: "export default " + readFileSync(fileURLToPath(url), "utf8") };
`));

const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await import("@actions/workflow-parser");
const folder = process.argv[2];
let findings = 0;
for (const name of readdirSync(folder).filter(file => /\.ya?ml$/.test(file)).sort()) {
  const parsed = parseWorkflow({ name, content: readFileSync(join(folder, name), "utf8") }, new NoOperationTraceWriter());
  if (parsed.value)
    await convertWorkflowTemplate(parsed.context, parsed.value, undefined, { errorPolicy: 1 });

  for (const error of parsed.context.errors.getErrors()) {
    const at = error.range?.start;
    console.log(`${name}:${at?.line ?? 0}:${at?.column ?? 0} ${error.rawMessage}`);
    findings++;
  }
}
process.exitCode = findings > 0 ? 1 : 0;
