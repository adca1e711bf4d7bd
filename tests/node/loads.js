// node loads.js LUNR FOLDER QUERY...: the files that each query brings, beginning anew each time, as JSON.
"use strict";
const search = require("./search_node.js");

const [lunrFile, folder, ...queries] = process.argv.slice(2);
const pressmark = search.lunr(lunrFile);
(async () => {
  const loads = {};
  for (const query of queries) {
    const { engine, files } = await search.open(pressmark, folder);
    const results = await engine.search(query);
    if (results.length) await engine.shards.record(Number(results[0].ref));
    loads[query] = files;
  }
  console.log(JSON.stringify(loads));
})();
