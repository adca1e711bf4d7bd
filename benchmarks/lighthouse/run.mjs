// Lighthouse on a built site, phone profile, the median of three runs for each kind of page:
//   npm ci --prefix benchmarks/lighthouse && node benchmarks/lighthouse/run.mjs output [page.html ...]
// CHROME_PATH names Chromium where Lighthouse does not find it. Exit status 1 where a median is below 98.
import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { createGzip } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const LEAST = 98;
const RUNS = 3;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const TYPES = {
  ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json",
  ".txt": "text/plain; charset=utf-8", ".woff2": "font/woff2", ".xml": "application/xml",
};

const [root = "output", ...named] = process.argv.slice(2);

function largest(...folders) {
  // The largest page of a kind: below `root`, one path pattern a level.
  let found = [""];
  for (const pattern of folders) {
    found = found.flatMap((path) => existsSync(join(root, path)) && statSync(join(root, path)).isDirectory()
      ? readdirSync(join(root, path)).filter((name) => pattern.test(name)).map((name) => join(path, name)) : []);
  }
  return found.sort((a, b) => statSync(join(root, b)).size - statSync(join(root, a)).size || (a < b ? -1 : 1))[0];
}

// As GitHub and GitLab Pages send it: gzipped, cached for ten minutes.
const server = createServer((request, response) => {
  const path = join(root, normalize(decodeURIComponent(new URL(request.url, "http://site").pathname)));
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
  if (!existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  const headers = { "content-type": type, "cache-control": "max-age=600" };
  if (type.startsWith("font/")) {
    response.writeHead(200, headers);
    createReadStream(file).pipe(response);
  } else {
    response.writeHead(200, { ...headers, "content-encoding": "gzip" });
    createReadStream(file).pipe(createGzip()).pipe(response);
  }
});
await new Promise((resolve) => { server.listen(0, "127.0.0.1", resolve); });
const base = `http://127.0.0.1:${server.address().port}`;

const pages = named.length ? named : [
  "index.html",
  largest(/^\d{4}$/, /^\d\d$/, /^\d\d$/, /\.html$/),
  largest(/^tag$/, /\.html$/),
  largest(/^\d{4}$/, /^index\.html$/),
  "search.html",
].filter(Boolean);

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
let low = false;
for (const page of pages) {
  const scores = Object.fromEntries(CATEGORIES.map((name) => [name, []]));
  const reasons = new Set();
  for (let run = 0; run < RUNS; run += 1) {
    const chrome = await launch({ chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
    const { lhr } = await lighthouse(`${base}/${page}`, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "error" });
    for (const name of CATEGORIES) {
      scores[name].push(Math.round(lhr.categories[name].score * 100));
      for (const { id, weight } of lhr.categories[name].auditRefs) {
        const { score } = lhr.audits[id];
        if (weight && score !== null && score < 0.9) reasons.add(id);
      }
    }
    await chrome.kill();
  }
  const medians = CATEGORIES.map((name) => median(scores[name]));
  low ||= medians.some((value) => value < LEAST);
  const notes = reasons.size ? `   ${[...reasons].join(", ")}` : "";
  console.log(`${page}: ${CATEGORIES.map((name, n) => `${name} ${medians[n]}`).join(", ")}${notes}`);
}
server.close();
process.exit(low ? 1 : 0);
