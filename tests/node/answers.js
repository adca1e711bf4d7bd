// Compares, query by query, what the shards answer with what lunr.Index.load of the whole index answers. For node and browser.
"use strict";
globalThis.compareAnswers = async function (engine, wholeJson, queries) {
  const whole = lunr.Index.load(wholeJson);
  const known = (term) => term in whole.invertedIndex;
  const failed = (error) => `${error.name}: ${error.message}`;
  const list = (results) => results.map(({ ref, score, matchData }) => [ref, score, Object.keys(matchData.metadata).sort().join()]);
  const same = (one, two) => {
    if (typeof one === "string" || typeof two === "string") return one === two;
    return one.length === two.length && one.every(([ref, score, terms], i) => ref === two[i][0] && Math.abs(score - two[i][1]) < 1e-9 && terms === two[i][2]);
  };
  const different = [];
  let results = 0, errors = 0, without = 0;
  for (const query of queries) {
    let expected, got;
    try {
      pressmark.known = known;
      expected = list(whole.search(query));
    } catch (error) {
      expected = failed(error);
    } finally {
      pressmark.known = null;
    }
    try {
      got = list(await engine.search(query));
    } catch (error) {
      got = failed(error);
    }
    if (typeof expected === "string") errors++;
    else if (expected.length) results += expected.length;
    else without++;
    if (!same(expected, got)) different.push({ query, what: "results", expected: expected.slice(0, 3), got: got.slice(0, 3), sizes: [expected.length, got.length] });
    if (typeof expected === "string") continue;

    // The way of the page: counted and chosen over arrays, those shown ranked by lunr.
    const parsed = engine.parse(query);
    const asked = await engine.prepare(parsed);
    const found = engine.evaluate(asked);
    const count = found.hits.reduce((sum, hit) => sum + hit, 0);
    if (count !== expected.length) different.push({ query, what: "count", expected: expected.length, got: count });
    let page;
    try {
      page = list(engine.rank(parsed, asked, found, 10));
    } catch (error) {
      page = failed(error);
    }
    if (!same(expected.slice(0, 10), page)) different.push({ query, what: "page", expected: expected.slice(0, 10), got: page });
  }
  return { queries: queries.length, results, without, errors, different };
};
