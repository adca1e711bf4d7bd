// Which words of a text a query matched, and the part of an article around them. Text only ever becomes text nodes.
"use strict";
{
  const pressmark = (globalThis.pressmark ??= {});
  const WORD = /[\p{L}\p{N}\p{M}]+(?:['’‘ʼ.,][\p{L}\p{N}\p{M}]+)*/gu;
  const PART = /[\p{L}\p{N}\p{M}]+(?:['’‘ʼ][\p{L}\p{N}\p{M}]+)*/gu;
  const LENGTH = 260;

  // The folded words of a word as it stands, each with its terms.
  const read = new Map();
  const parts = (word) => {
    let found = read.get(word);
    if (!found) {
      if (read.size > 50000) read.clear();
      found = pressmark.words(word).map((folded) => [folded, [folded, ...pressmark.stemsOf(folded)]]);
      read.set(word, found);
    }
    return found;
  };

  // Finds the words of `terms` (a Set of the archive's terms) in texts. `words` collects those found, folded.
  pressmark.Marker = class {
    constructor(terms) {
      this.terms = terms;
      this.words = new Set();
      this.pairs = [...terms].some((term) => pressmark.isUnspaced(term));
    }

    matches(word) {
      let hit = false;
      for (const [folded, terms] of parts(word)) {
        if (!terms.some((term) => this.terms.has(term))) continue;
        this.words.add(folded);
        hit = true;
      }
      return hit;
    }

    // [start, end] of each word found, in order.
    spans(text) {
      const found = [];
      const look = (word, at) => {
        if (pressmark.isUnspaced(word) || (this.pairs && [...word].some((letter) => pressmark.isUnspaced(letter)))) {
          const letters = Array.from(word);
          let here = at;
          for (let i = 0; i < letters.length; i++) {
            const pair = pressmark.fold(letters[i] + (letters[i + 1] ?? ""));
            const hit = this.terms.has(pair) || this.terms.has(pressmark.fold(letters[i]));
            if (hit) {
              const end = here + letters[i].length + (this.terms.has(pair) ? (letters[i + 1] ?? "").length : 0);
              this.words.add(pair);
              if (found.length && found.at(-1)[1] >= here) found.at(-1)[1] = Math.max(end, found.at(-1)[1]);
              else found.push([here, end]);
            }
            here += letters[i].length;
          }
          return;
        }
        if (this.matches(word)) found.push([at, at + word.length]);
      };
      for (const match of text.matchAll(WORD)) {
        const [word] = match;
        if (!/[.,]/.test(word)) look(word, match.index);
        else if (/^\d/.test(word) || /^.(\..)+$/su.test(word)) look(word, match.index);
        else for (const part of word.matchAll(PART)) look(part[0], match.index + part.index);
      }
      return found;
    }

    // The text as nodes, words found in <mark>, from `from` to `to`.
    nodes(text, spans = this.spans(text), from = 0, to = text.length) {
      const nodes = [];
      let at = from;
      for (const [start, end] of spans) {
        if (start < from || end > to) continue;
        if (start > at) nodes.push(document.createTextNode(text.slice(at, start)));
        const mark = document.createElement("mark");
        mark.textContent = text.slice(start, end);
        nodes.push(mark);
        at = end;
      }
      if (at < to) nodes.push(document.createTextNode(text.slice(at, to)));
      return nodes;
    }

    // The part of a text with the most of the words, as nodes; its beginning where none is in it.
    snippet(text) {
      text = text.replace(/\s+/g, " ").trim();
      const spans = this.spans(text);
      let best = 0, most = -1;
      for (let i = 0; i < spans.length && i < 400; i++) {
        const kinds = new Set();
        let count = 0;
        for (let j = i; j < spans.length && spans[j][1] - spans[i][0] < LENGTH - 40; j++, count++) kinds.add(pressmark.fold(text.slice(...spans[j])));
        const worth = kinds.size * 100 + count;
        if (worth > most) [best, most] = [i, worth];
      }
      let from = spans.length ? Math.max(0, spans[best][0] - 60) : 0;
      if (from) {
        const space = text.indexOf(" ", from);
        from = space >= 0 && space < spans[best][0] ? space + 1 : from;
        if (from < 25) from = 0;
      }
      let to = Math.min(text.length, from + LENGTH);
      if (to < text.length) {
        const space = text.lastIndexOf(" ", to);
        if (space > from + LENGTH / 2) to = space;
      }
      const nodes = this.nodes(text, spans, from, to);
      if (from) nodes.unshift(document.createTextNode("… "));
      if (to < text.length) nodes.push(document.createTextNode(" …"));
      return nodes;
    }
  };

  // The snippet of a phrase needs no more than its text: whether it stands in the article as written, folded.
  pressmark.holdsPhrase = (text, placed) => {
    const words = pressmark.placedWords(text, true);
    const at = new Map(words.map(([word, place]) => [place, word]));
    return words.some(([word, place]) => word === placed[0][0] && placed.every(([other, offset]) => at.get(place + offset) === other));
  };
}
