// Brings the files of the search index and reads them. Each is a classic script that hands over a JSON string, which works on
// https, from a folder on disk and in a ZIM. The formats are described in generator/search_shards.py.
"use strict";
{
  const pressmark = (globalThis.pressmark ??= {});
  const ALPHABET = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((c) => !"\"'<\\".includes(c));
  const DIGIT = new Int8Array(128).fill(-1);
  ALPHABET.forEach((letter, i) => (DIGIT[letter.charCodeAt(0)] = i));
  const BASE = 90;
  const THREE = 60 + 24 * BASE;
  const FIVE = THREE + 5 * BASE * BASE;

  class Damaged extends Error {}
  pressmark.Damaged = Damaged;

  pressmark.unpack = (text) => {
    const numbers = [];
    for (let i = 0; i < text.length; ) {
      const lead = DIGIT[text.charCodeAt(i)];
      let size = 1, value = lead, floor = 0;
      if (lead >= 89) [size, value, floor] = [5, 0, FIVE];
      else if (lead >= 84) [size, value, floor] = [3, lead - 84, THREE];
      else if (lead >= 60) [size, value, floor] = [2, lead - 60, 60];
      if (!(lead >= 0) || i + size > text.length) throw new Damaged("a list of numbers is damaged");
      for (let j = 1; j < size; j++) value = value * BASE + DIGIT[text.charCodeAt(i + j)];
      numbers.push(value + floor);
      i += size;
    }
    return numbers;
  };

  pressmark.frontDecode = (text) => {
    let before = "";
    return text === "" ? [] : text.split(" ").map((part) => (before = before.slice(0, DIGIT[part.charCodeAt(0)]) + part.slice(1)));
  };

  // The last place whose value is at most `wanted`; the values rise.
  const lastAtMost = (values, wanted) => {
    let low = 0, high = values.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[middle] <= wanted) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  pressmark.lastAtMost = lastAtMost;

  // A script that arrives calls `take`; which one it was tells document.currentScript.
  const arrived = new WeakMap();
  pressmark.take = (json) => arrived.set(document.currentScript, json);
  pressmark.taken = (element) => arrived.get(element);

  pressmark.loadScript = (address) =>
    new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = address;
      element.onload = () => {
        const json = arrived.get(element);
        element.remove();
        if (json === undefined) reject(new Damaged(address));
        else resolve(json);
      };
      element.onerror = () => {
        element.remove();
        reject(new Damaged(address));
      };
      document.head.append(element);
    });

  // A script that hands nothing over.
  pressmark.loadPlain = (address) =>
    new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = address;
      element.onload = () => resolve();
      element.onerror = () => reject(new Damaged(address));
      document.head.append(element);
    });

  // The stemmers of the archive's languages, of which each page needs but few.
  pressmark.loadStemmers = async (languages, folder) => {
    const wanted = languages.filter((lang) => !pressmark.hasStemmer(lang));
    if (!wanted.length) return;
    await pressmark.loadPlain(`${folder}lunr.stemmer.support.min.js`);
    await Promise.all(wanted.map((lang) => pressmark.loadPlain(`${folder}lunr.${lang}.min.js`)));
  };

  const chunks = (text, size) => text.match(new RegExp(`.{${size}}`, "g")) ?? [];

  // The index's files by name. `read(name)` gives a file's JSON text.
  pressmark.Shards = class {
    constructor(read, manifest) {
      this.read = read;
      this.kept = new Map();
      this.manifest = manifest;
      this.firsts = pressmark.frontDecode(manifest.terms[0]);
      this.names = chunks(manifest.terms[1], 10);
      let start = 0;
      this.textStarts = pressmark.unpack(manifest.texts[0]).map((count) => (start += count) - count);
      this.textNames = chunks(manifest.texts[1], 6);
      if (this.firsts.length !== this.names.length || this.textStarts.length !== this.textNames.length) throw new Damaged("manifest.js");
    }

    // A file's value, made by `decode` once. A failure is forgotten, so that it can be tried again.
    bring(name, decode = (value) => value) {
      if (!this.kept.has(name)) {
        const promise = this.read(name).then((json) => {
          try {
            return decode(JSON.parse(json));
          } catch {
            throw new Damaged(name);
          }
        });
        promise.catch(() => this.kept.delete(name));
        this.kept.set(name, promise);
      }
      return this.kept.get(name);
    }

    // Numbers of the shards that hold the terms from `first` to `last`.
    span(first, last = first) {
      if (!this.names.length) return [];
      const from = Math.max(0, lastAtMost(this.firsts, first));
      const to = Math.max(0, lastAtMost(this.firsts, last));
      return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    }

    // Map of term to its postings: {rank, first, lists: [{docs, counts, lengths} or undefined by field]}.
    terms(shard) {
      return this.bring(`t/${this.names[shard]}.js`, ([terms, heads, docs, counts, lengths]) => {
        const found = new Map();
        const [head, doc, count, length] = [heads, docs, counts, lengths].map(pressmark.unpack);
        let h = 0, p = 0;
        for (const term of pressmark.frontDecode(terms)) {
          const rank = head[h++], bits = head[h++];
          const lists = [];
          let earliest = Infinity;
          for (let field = 0; field < this.manifest.fields.length; field++) {
            if (!((bits >> field) & 1)) continue;
            const size = head[h++];
            const list = { docs: new Int32Array(size), counts: new Int32Array(size), lengths: new Int32Array(size), at: p };
            for (let i = 0, at = 0; i < size; i++, p++) {
              list.docs[i] = at += doc[p];
              list.counts[i] = count[p] + 1;
              list.lengths[i] = length[p];
            }
            earliest = Math.min(earliest, list.docs[0]);
            lists[field] = list;
          }
          // Orders terms as lunr's own numbering by first appearance does.
          found.set(term, { index: earliest * 2 ** 22 + rank, lists, place: found.size });
        }
        if (h !== head.length || p !== doc.length || p !== count.length || p !== length.length) throw new Damaged("counts differ");
        found.counts = count;
        return found;
      });
    }

    // Where the terms of a shard stand: by term its forms, and `places` from `starts[posting]` on.
    async places(shard) {
      const [terms, names] = await Promise.all([this.terms(shard), this.bring(this.manifest.phrases, (text) => chunks(text, 10))]);
      return this.bring(`p/${names[shard]}.js`, ([forms, places]) => {
        const starts = [0];
        for (const count of terms.counts) starts.push(starts.at(-1) + count + 1);
        const values = pressmark.unpack(places);
        if (values.length !== starts.at(-1)) throw new Damaged("counts differ");
        return { forms: forms.split("\n").map((some) => some.split(" ")), starts, values };
      });
    }

    vocabulary() {
      return this.bring(this.manifest.vocabulary, pressmark.frontDecode);
    }

    // [{word, weight}], for an unknown word.
    suggestions() {
      return this.bring(this.manifest.suggestions, ([words, weights]) => {
        const numbers = pressmark.unpack(weights);
        return pressmark.frontDecode(words).map((word, i) => ({ word, weight: numbers[i] }));
      });
    }

    // {days, starts}: starts[i] is the number of the first article of days[i]; one more start closes the list.
    days() {
      return this.bring(this.manifest.days, ([days, counts]) => {
        const starts = [0];
        for (const count of pressmark.unpack(counts)) starts.push(starts.at(-1) + count);
        return { days: pressmark.frontDecode(days), starts };
      });
    }

    // [{name, docs}] of "tags", "authors" or "languages".
    facet(kind) {
      return this.bring(this.manifest[kind], ([names, counts, docs]) => {
        const gaps = pressmark.unpack(docs);
        let p = 0;
        const sizes = pressmark.unpack(counts);
        return (names ? names.split("\n") : []).map((name, i) => {
          const list = new Int32Array(sizes[i]);
          for (let j = 0, at = 0; j < list.length; j++) list[j] = at += gaps[p++];
          return { name, docs: list };
        });
      });
    }

    // What a result shows of an article.
    async record(doc) {
      const shard = lastAtMost(this.textStarts, doc);
      const records = await this.bring(`d/${this.textStarts[shard]}-${this.textNames[shard]}.js`);
      const record = records[doc - this.textStarts[shard]];
      if (!record) throw new Damaged("an article is missing");
      const [url, title, date, lang, authors, tags, body] = record;
      return { doc, url, title, date, lang, authors, tags, body };
    }
  };
}
