// node compare.js LUNR FOLDER WHOLE QUERIES: each query answered from the shards in FOLDER and by lunr.Index.load of WHOLE.
// Prints {"queries", "different": [...], "results", "errors"} and exits 1 where one differs.
"use strict";
const fs = require("node:fs");
const search = require("./search_node.js");

const [lunrFile, folder, wholeFile, queryFile] = process.argv.slice(2);
const pressmark = search.lunr(lunrFile);

const answer = (run) => {
  try {
    return run();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};
const list = (results) => (typeof results === "string" ? results : results.map(({ ref, score, matchData }) => [ref, score, Object.keys(matchData.metadata).sort()]));

const same = (one, two) => {
  if (typeof one === "string" || typeof two === "string") return one === two;
  return one.length === two.length && one.every(([ref, score, terms], i) => ref === two[i][0] && Math.abs(score - two[i][1]) < 1e-9 && terms.join() === two[i][2].join());
};

(async () => {
  const { engine } = await search.open(pressmark, folder);
  const whole = lunr.Index.load(JSON.parse(fs.readFileSync(wholeFile, "utf8")));
  const known = (term) => term in whole.invertedIndex;
  const different = [];
  let results = 0, errors = 0;
  const queries = JSON.parse(fs.readFileSync(queryFile, "utf8"));
  for (const query of queries) {
    pressmark.known = known;
    const expected = list(answer(() => whole.search(query)));
    pressmark.known = null;
    let got;
    try {
      got = list(await engine.search(query));
    } catch (error) {
      got = `${error.name}: ${error.message}`;
    }
    if (typeof expected === "string") errors++;
    else results += expected.length;
    if (!same(expected, got)) different.push({ query, what: "results", expected: expected.slice(0, 3), got: got.slice(0, 3), sizes: [expected.length, got.length] });
    if (typeof expected === "string") continue;

    // The way of the page: count and choose over arrays, lunr ranks those shown.
    const parsed = engine.parse(query);
    const asked = await engine.prepare(parsed);
    const found = engine.evaluate(asked);
    const count = found.hits.reduce((sum, hit) => sum + hit, 0);
    if (count !== expected.length) different.push({ query, what: "count", expected: expected.length, got: count });
    const page = list(answer(() => engine.rank(parsed, asked, found, 10)));
    if (!same(expected.slice(0, 10), page)) different.push({ query, what: "page", expected: expected.slice(0, 10), got: page });
  }
  console.log(JSON.stringify({ queries: queries.length, results, errors, different }));
  process.exitCode = different.length ? 1 : 0;
})();
