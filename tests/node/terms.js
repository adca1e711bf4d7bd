// node terms.js LUNR < {"texts": [...], "words": {lang: [...]}}: the words of each text and the stem of each word, as the page has them.
"use strict";
const fs = require("node:fs");
const search = require("./search_node.js");

const pressmark = search.lunr(process.argv[2]);
const { texts, words } = JSON.parse(fs.readFileSync(0, "utf8"));
const stems = {};
for (const [lang, list] of Object.entries(words)) {
  pressmark.stemmers = [lang];
  stems[lang] = list.map((word) => pressmark.stemsOf(word)[0]);
}
console.log(JSON.stringify({ words: texts.map((text) => pressmark.words(text, true)), stems }));
