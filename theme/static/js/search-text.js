// Words to search terms: the twins of generator/search_text.py, registered with lunr.js. Needs lunr.
"use strict";
{
  const pressmark = (globalThis.pressmark ??= {});
  const LETTERS = { ø: "o", đ: "d", ð: "d", ł: "l", ı: "i", ħ: "h", ς: "σ", "’": "'", "‘": "'", ʼ: "'", "´": "'", "＇": "'", ß: "ss", æ: "ae", œ: "oe", þ: "th" };
  const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
  const plain = (text) => text.replace(LETTER, (letter) => LETTERS[letter]);

  const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const L = "[\\p{L}\\p{N}\\p{M}]";
  const WORD = new RegExp(`[0-9]+(?:[.,][0-9]+)+|${L}(?:\\.${L})+(?!${L})|${L}+(?:'${L}+)*`, "gu");
  const RUNS = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, "gu");
  const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");
  const ELISION = /^(?:[cdjlmnst]|qu)'/;

  // eslint-disable-next-line no-control-regex
  const isAscii = (text) => !/[^\x00-\x7f]/.test(text);

  pressmark.fold = (text) => {
    text = text.toLowerCase();
    if (isAscii(text)) return text;
    text = plain(text).normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
    return plain(text.toLowerCase());
  };

  // The folded words as [word, place], the place counted as the index counts. `whole` keeps the last character of a
  // run without spaces, as the index does; a query leaves it out, since it matches only where the run ends there.
  pressmark.placedWords = (text, whole = false) => {
    const found = [];
    let place = 0;
    for (let [word] of pressmark.fold(text).matchAll(WORD)) {
      if (word.includes("'")) word = word.replace(/'s$/, "").replace(ELISION, "").replaceAll("'", "");
      if (isAscii(word)) {
        found.push([word, place++]);
        continue;
      }
      for (const [run] of word.matchAll(RUNS)) {
        if (!IS_UNSPACED.test(run)) {
          found.push([run, place++]);
          continue;
        }
        const letters = Array.from(run);
        for (let i = 0; i < letters.length; i++, place++) {
          const last = i === letters.length - 1;
          if (!last || whole || letters.length === 1) found.push([letters[i] + (letters[i + 1] ?? ""), place]);
        }
      }
    }
    return found;
  };
  pressmark.words = (text, whole) => pressmark.placedWords(text, whole).map(([word]) => word);
  pressmark.isUnspaced = (word) => IS_UNSPACED.test(word);
  pressmark.isStopWord = (word) => !lunr.stopWordFilter(new lunr.Token(word));

  // English is lunr's own; other languages' stemmers are those of lunr-languages, where its script is there.
  const stemmer = (lang) => (lang === "en" ? lunr.stemmer : lunr[lang]?.stemmer);
  const stemIn = (lang, word) => stemmer(lang)?.(new lunr.Token(word)).toString() ?? word;
  pressmark.hasStemmer = (lang) => lang === "none" || Boolean(stemmer(lang));
  pressmark.stemmers = ["en"];
  // Set while a query runs: whether the archive has a term. Of several languages' stems only those count that it has.
  pressmark.known = null;

  // The stems of a folded word in all languages of the archive.
  pressmark.stemsOf = (word) => [...new Set(pressmark.stemmers.map((lang) => stemIn(lang, word)))];

  pressmark.stems = (word) => {
    const all = pressmark.stemsOf(word);
    if (all.length === 1 || !pressmark.known) return all;
    const known = all.filter(pressmark.known);
    return known.length ? known : all.slice(0, 1);
  };

  lunr.Pipeline.registerFunction(function (token) {
    return pressmark.words(token.toString()).map((word) => token.clone(() => word));
  }, "pressmark-words");
  lunr.Pipeline.registerFunction(function (token) {
    return pressmark.stems(token.toString()).map((term) => token.clone(() => term));
  }, "pressmark-stems");
}
