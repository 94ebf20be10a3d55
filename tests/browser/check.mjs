// Opens a page as people do (light, dark, on a phone, printed) and prints a line for everything that is wrong with it.
// Arguments: the browser, the page, a folder for the pictures. Exit code 0: nothing found, 1: something, 2: it could not be looked at.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [browserPath, page, folder] = process.argv.slice(2);
const address = pathToFileURL(page).href;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const looks = [
  { name: "desktop", options: { viewport: { width: 1366, height: 900 }, colorScheme: "light" } },
  { name: "dark", options: { viewport: { width: 1366, height: 900 }, colorScheme: "dark" } },
  { name: "laptop", options: { viewport: { width: 1210, height: 800 }, colorScheme: "light" } },
  { name: "tablet", options: { viewport: { width: 800, height: 1100 }, colorScheme: "light" } },
  { name: "phone", options: { viewport: { width: 360, height: 740 }, colorScheme: "light", isMobile: true, hasTouch: true, deviceScaleFactor: 2 } },
  { name: "phone-dark", options: { viewport: { width: 360, height: 740 }, colorScheme: "dark", isMobile: true, hasTouch: true, deviceScaleFactor: 2 } },
  { name: "print", options: { viewport: { width: 1032, height: 700 }, colorScheme: "dark" }, media: "print" },
];
const findings = [];

async function look(browser, { name, options, media }) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(30_000);
  const tab = await context.newPage();
  const say = (what) => findings.push(`${name}: ${what}`);
  tab.on("console", (message) => say(`console ${message.type()}: ${message.text()}`));
  tab.on("pageerror", (error) => say(`error: ${error.message}`));
  tab.on("requestfailed", (request) => say(`failed: ${request.url()}`));
  tab.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:")) say(`request: ${request.url()}`);
  });
  tab.on("dialog", async (dialog) => {
    say(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  if (media) await tab.emulateMedia({ media });
  await tab.goto(address, { waitUntil: "load" });
  const width = await tab.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  if (width[0] > width[1]) say(`scrolls sideways: ${width[0]} of ${width[1]} pixels`);
  for (const text of await tab.evaluate(overlaps)) say(text);
  await tab.evaluate(axe);
  const result = await tab.evaluate(() => globalThis.axe.run(document, { preload: false, resultTypes: ["violations"] }));
  for (const violation of result.violations) {
    say(`axe ${violation.id}: ${violation.help} (${violation.nodes.length} times, first ${violation.nodes[0].target.join(" ")}: ${violation.nodes[0].failureSummary?.replaceAll("\n", " ")})`);
  }
  await tab.screenshot({ path: join(folder, `${name}.png`) });
  await tab.screenshot({ path: join(folder, `${name}-whole.png`), fullPage: true, clip: { x: 0, y: 0, width: options.viewport.width, height: 4000 } });
  if (media) await tab.pdf({ path: join(folder, "print.pdf"), preferCSSPageSize: true, printBackground: false });
  await context.close();
}

// Labels of a chart that lie on one another, or reach over its edge.
function overlaps() {
  const found = [];
  for (const picture of document.querySelectorAll("svg")) {
    const frame = picture.getBoundingClientRect();
    if (frame.width === 0) continue;
    const labels = [...picture.querySelectorAll("text")].map((label) => ({ text: label.textContent, box: label.getBoundingClientRect() }));
    labels.forEach(({ text, box }, at) => {
      if (box.left < frame.left - 1 || box.right > frame.right + 1) found.push(`label '${text}' reaches over the edge`);
      for (const other of labels.slice(at + 1)) {
        if (box.left < other.box.right && other.box.left < box.right && box.top + 2 < other.box.bottom && other.box.top + 2 < box.bottom) found.push(`labels '${text}' and '${other.text}' overlap`);
      }
    });
  }
  return found;
}

let browser;
try {
  browser = await chromium.launch({ executablePath: browserPath, timeout: 60_000, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  for (const each of looks) await look(browser, each);
} catch (error) {
  console.error(error);
  process.exitCode = 2;
} finally {
  await browser?.close();
}
for (const finding of findings) console.log(finding);
process.exitCode ||= findings.length > 0 ? 1 : 0;
