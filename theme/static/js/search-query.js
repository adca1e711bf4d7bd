// What a reader typed, as a query of lunr and what goes beyond lunr: phrases, "all words first", the beginning of the last word.
// Needs lunr, search-text.js, search-engine.js.
"use strict";
{
  const pressmark = (globalThis.pressmark ??= {});
  const { OPTIONAL, REQUIRED } = lunr.Query.presence;
  const PHRASE = /(^|\s)(-?)["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)/g;
  const OPERATORS = /[+\-:^~*\\]/g;
  const MOST_PREFIX_SHARDS = 3;

  const isPlain = (clause) => clause.usePipeline && clause.presence === OPTIONAL && !("editDistance" in clause) && clause.boost === 1;

  // {query, words, phrases, without, split, problem, stopped}: `words` the clauses a reader thinks of as words, `phrases` lists
  // of placed words that must stand together, `without` those that must not, `split` whether articles with all words
  // come first, `stopped` words left out. `typing`: the last word may be the beginning of one.
  pressmark.readQuery = (text, engine, typing = false) => {
    const phrases = [], without = [], stopped = [];
    let rest = text.replace(PHRASE, (_, space, minus, phrase) => {
      const placed = pressmark.placedWords(phrase);
      if (placed.length && placed.every(([word]) => engine.stops(word))) stopped.push(phrase);
      else if (placed.length) (minus ? without : phrases).push(placed);
      return " ";
    });
    let problem = null, query;
    try {
      query = engine.parse(rest);
    } catch (error) {
      if (!(error instanceof lunr.QueryParseError)) throw error;
      const open = typing && /[+\-:^~]\s*$/.test(rest);
      problem = open ? null : error.message;
      rest = rest.replace(OPERATORS, " ");
      query = engine.parse(rest);
    }
    const clauses = [];
    let group = 0;
    let plain = true;
    for (const clause of query.clauses) {
      if (!isPlain(clause)) {
        plain = false;
        clause.group = group++;
        clauses.push(clause);
        continue;
      }
      const placed = pressmark.placedWords(clause.term);
      if (!placed.length) continue;
      if (placed.every(([word]) => engine.stops(word))) {
        stopped.push(clause.term);
        continue;
      }
      // A run without spaces is looked for as it stands: its pairs of characters have to follow each other.
      if (placed.length > 1 && placed.every(([word]) => pressmark.isUnspaced(word))) phrases.push(placed);
      clause.group = group++;
      clauses.push(clause);
      if (placed.length === 1 && pressmark.isUnspaced(placed[0][0]) && Array.from(placed[0][0]).length === 1) {
        clauses.push({ ...clause, term: `${placed[0][0]}*`, usePipeline: false });
      }
    }
    const last = clauses.at(-1);
    if (typing && last && isPlain(last) && /[\p{L}\p{N}\p{M}]$/u.test(rest) && /[\p{L}\p{N}\p{M}]$/u.test(text)) {
      const beginning = pressmark.words(last.term).at(-1);
      if (beginning.length > 1 && engine.shards.span(beginning, `${beginning}\uffff`).length <= MOST_PREFIX_SHARDS) {
        last.boost = 4;
        clauses.push({ ...last, boost: 1, term: `${beginning}*`, usePipeline: false });
      }
    }
    for (const placed of phrases) {
      for (const [word] of placed) {
        if (engine.stops(word)) continue;
        clauses.push({ term: word, fields: engine.fields, boost: 1, usePipeline: true, wildcard: 0, presence: REQUIRED, group: group++ });
      }
    }
    query.clauses = clauses;
    const words = plain ? group : 0;
    return { query, words, phrases, without, split: plain && words > 1 && !phrases.length, problem, stopped };
  };

  // Which articles hold a phrase: its words, folded but not stemmed, one after the other in the headline or the body. Stop
  // words have no place in the index, so any word may stand where the phrase has one; `loose` says that it has.
  pressmark.phraseHits = async (engine, placed) => {
    const { shards } = engine;
    const firm = placed.filter(([word]) => !engine.stops(word));
    const marks = new Uint8Array(engine.size);
    const loose = firm.length < placed.length;
    if (!firm.length) return { marks: marks.fill(1), loose: false };
    let starts = null;
    for (const [word, offset] of firm) {
      const here = [new Map(), new Map()];
      for (const term of new Set(pressmark.stemsOf(word))) {
        for (const shard of shards.span(term)) {
          const posting = (await shards.terms(shard)).get(term);
          if (!posting) continue;
          const { forms, starts: at, values } = await shards.places(shard);
          const names = forms[posting.place];
          const form = names.indexOf(word);
          if (form < 0) continue;
          for (const field of [0, 1]) {
            const list = posting.lists[field];
            if (!list) continue;
            for (let i = 0; i < list.docs.length; i++) {
              const doc = list.docs[i];
              if (starts && !starts[field].has(doc)) continue;
              const found = [];
              let place = 0;
              for (let j = at[list.at + i]; j < at[list.at + i + 1]; j++) {
                place += Math.floor(values[j] / names.length);
                if (values[j] % names.length === form) found.push(place - offset);
              }
              const before = starts?.[field].get(doc);
              const kept = before ? found.filter((start) => before.has(start)) : found;
              if (kept.length) {
                const set = here[field].get(doc) ?? new Set();
                for (const start of kept) set.add(start);
                here[field].set(doc, set);
              }
            }
          }
        }
      }
      starts = here;
    }
    for (const map of starts) for (const doc of map.keys()) marks[doc] = 1;
    return { marks, loose };
  };

  // Words of the archive near one that it does not know, best first: few changes, then common ones.
  pressmark.nearWords = (wanted, suggestions, most = 3) => {
    const word = Array.from(pressmark.fold(wanted));
    const limit = word.length < 4 ? 1 : 2;
    const found = [];
    for (const { word: other, weight } of suggestions) {
      if (Math.abs(other.length - word.length) > limit) continue;
      const distance = changes(word, other, limit);
      if (distance <= limit) found.push({ word: other, rank: distance * 6 - weight - (other[0] === word[0] ? 3 : 0) });
    }
    found.sort((a, b) => a.rank - b.rank || (a.word < b.word ? -1 : 1));
    return found.slice(0, most).map(({ word: other }) => other);
  };

  // Letters to change, insert, leave out or swap with the next; stops counting above `limit`.
  const changes = (one, two, limit) => {
    let before = null;
    let row = Array.from({ length: two.length + 1 }, (_, i) => i);
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      let least = i;
      for (let j = 1; j <= two.length; j++) {
        let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === two[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        next.push(cost);
        if (cost < least) least = cost;
      }
      if (least > limit) return least;
      before = row;
      row = next;
    }
    return row[two.length];
  };
}
