// Prints what GitHub's own parser finds in the workflow files of a folder, one line each: FILE:LINE:COLUMN MESSAGE. Ends with 1 when it finds anything.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { register } from "node:module";
import { basename, join } from "node:path";

// The package imports its JSON without saying so, which Node refuses; here JSON is handed over as a module.
register("data:text/javascript," + encodeURIComponent(`
  import { readFileSync } from "node:fs";
  import { fileURLToPath } from "node:url";
  export const load = (url, context, next) => !url.endsWith(".json") ? next(url, context)
    : { format: "module", shortCircuit: true, source: "export default " + readFileSync(fileURLToPath(url), "utf8") };
`));

const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await import("@actions/workflow-parser");
const folder = process.argv[2];
const read = file => readFileSync(file, "utf8").replace(/^\uFEFF/, "");

// A call of a workflow in the same repository is checked against that file; one of another repository's is not at hand.
const repository = {
  async getFileContent(reference) {
    const file = join(folder, basename(reference.path));
    if ("repository" in reference || !existsSync(file))
      throw new Error(`there is no '${reference.path}' in this folder`);

    return { name: reference.path, content: read(file) };
  },
};

let findings = 0;
for (const name of readdirSync(folder).filter(file => /\.ya?ml$/.test(file)).sort()) {
  const content = read(join(folder, name));
  const parsed = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (parsed.value)
    await convertWorkflowTemplate(parsed.context, parsed.value, repository, { errorPolicy: 1, fetchReusableWorkflowDepth: 4 });

  const isElsewhere = line => /uses:\s*["']?(?![./$])\S+@/.test(content.split("\n")[line - 1] ?? "");
  for (const error of parsed.context.errors.getErrors()) {
    const at = error.range?.start;
    if (error.rawMessage === "Unable to find reusable workflow" && isElsewhere(at?.line))
      continue;

    console.log(`${name}:${at?.line ?? 0}:${at?.column ?? 0} ${error.rawMessage}`);
    findings++;
  }
}
process.exitCode = findings > 0 ? 1 : 0;
