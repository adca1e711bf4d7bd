// node compare.js LUNR FOLDER WHOLE QUERIES: each query answered from the shards in FOLDER and by lunr.Index.load of WHOLE.
// Prints what compareAnswers gives, as JSON.
"use strict";
const fs = require("node:fs");
const search = require("./search_node.js");

const [lunrFile, folder, wholeFile, queryFile] = process.argv.slice(2);
const pressmark = search.lunr(lunrFile);
require("./answers.js");

const json = (file) => JSON.parse(fs.readFileSync(file, "utf8"));
(async () => {
  const { engine } = await search.open(pressmark, folder);
  console.log(JSON.stringify(await compareAnswers(engine, json(wholeFile), json(queryFile))));
})();
