// Puts what the contract tests read into one folder that git ignores.
import { copyFileSync, mkdirSync } from "node:fs";

mkdirSync("descriptions", { recursive: true });
copyFileSync("node_modules/@octokit/openapi/generated/api.github.com.json", "descriptions/api.github.com.json");
copyFileSync("node_modules/@octokit/graphql-schema/schema.graphql", "descriptions/schema.graphql");
