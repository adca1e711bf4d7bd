// Loads the site's search scripts in node, as the page does in a browser. Used by the other files of this folder.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const root = path.join(__dirname, "..", "..");

exports.lunr = function (file) {
  globalThis.lunr = require(path.resolve(file));
  for (const name of ["search-text", "search-shards", "search-engine"]) {
    vm.runInThisContext(fs.readFileSync(path.join(root, "theme/static/js", `${name}.js`), "utf8"), { filename: `${name}.js` });
  }
  const languages = path.join(path.dirname(path.resolve(file)), "..", "lunr-languages", "min");
  require(path.join(languages, "lunr.stemmer.support.min.js"))(lunr);
  for (const name of fs.readdirSync(languages)) {
    if (/^lunr\.(da|de|es|fi|fr|hu|it|nl|no|pt|ro|ru|sv|tr)\.min\.js$/.test(name)) require(path.join(languages, name))(lunr);
  }
  return globalThis.pressmark;
};

exports.reader = function (folder) {
  const files = [];
  const read = async (name) => {
    const source = fs.readFileSync(path.join(folder, name), "utf8");
    files.push(name);
    let json;
    vm.runInNewContext(source, { pressmark: { take: (text) => (json = text) } });
    return json;
  };
  return { read, files };
};

exports.open = async function (pressmark, folder) {
  const { read, files } = exports.reader(folder);
  const shards = new pressmark.Shards(read, JSON.parse(await read("manifest.js")));
  return { engine: new pressmark.Engine(shards), files };
};
