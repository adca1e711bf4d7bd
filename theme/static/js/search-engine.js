// Answers a query of lunr.js from the shards: it brings the terms that the query can match and puts a lunr.Index of them
// together. A document's score in lunr depends on the query's terms alone, so it is the same as from the whole index.
// docs/search.md has the argument. Needs lunr, search-text.js, search-shards.js.
"use strict";
{
  const pressmark = (globalThis.pressmark ??= {});
  const { REQUIRED, PROHIBITED } = lunr.Query.presence;
  const K1 = 1.2;
  const B = 0.75;
  const NOTHING = Object.freeze({});
  const MOST_EDITS = 3;

  class TooWide extends Error {}
  pressmark.TooWide = TooWide;

  // lunr.py's round(weight, 3): to the nearest, by the exact value of the binary number.
  const round3 = (value) => {
    const thousand = value * 1000;
    const nearest = Math.round(thousand);
    return Math.abs(thousand - nearest) > 0.4999 ? Number(value.toFixed(3)) : nearest / 1000;
  };

  // Which words of a sorted list an automaton of lunr's matches: lunr's own intersection, word by word. Its own needs a token
  // set of the whole vocabulary, which takes longer to make than this takes to answer.
  const matching = (automaton, words) => {
    const states = [[automaton]];
    const found = [];
    let before = "";
    for (const word of words) {
      let depth = 0;
      while (depth < before.length && depth < word.length && before[depth] === word[depth]) depth++;
      depth = Math.min(depth, states.length - 1);
      states.length = depth + 1;
      while (depth < word.length && states[depth].length) {
        const next = new Set();
        for (const node of states[depth]) {
          const same = node.edges[word[depth]];
          const any = node.edges["*"];
          if (same) next.add(same);
          if (any) next.add(any);
        }
        states.push([...next]);
        depth++;
      }
      if (depth === word.length && states[depth].some((node) => node.final)) found.push(word);
      before = word;
    }
    return found;
  };

  pressmark.Engine = class {
    constructor(shards) {
      this.shards = shards;
      const { manifest } = shards;
      this.fields = manifest.fields;
      this.size = manifest.articles;
      this.averages = manifest.totals.map((total) => total / manifest.articles);
      this.pipeline = lunr.Pipeline.load(["pressmark-words", "pressmark-stems"]);
      pressmark.stemmers = manifest.stemmers;
      this.loaded = new Map();
      this.weights = new Map();
    }

    // A query in lunr's language, parsed by lunr. Throws lunr.QueryParseError.
    parse(text) {
      const query = new lunr.Query(this.fields);
      new lunr.QueryParser(text, query).parse();
      return query;
    }

    // Whether a word is so common that the index of an English archive leaves it out.
    stops(word) {
      return pressmark.stemmers.includes("en") && pressmark.isStopWord(word);
    }

    // Brings what a query needs: a list of {clause, patterns: [[term of the archive]]} in the order of its clauses. Files that
    // cannot be had go to `missing` where it is given, and their terms count as unknown; else the first one is thrown.
    async prepare(query, missing = null) {
      const asked = query.clauses.map((clause) => ({ clause, patterns: [] }));
      pressmark.known = null;
      const wanted = new Set();
      for (const { clause } of asked) {
        if ((clause.editDistance ?? 0) > MOST_EDITS) throw new TooWide(`${clause.term}~${clause.editDistance}`);
        for (const term of this.patterns(clause)) {
          for (const shard of await this.shardsOf(clause, term)) wanted.add(shard);
          // Which of several languages' stems the archive knows has to be seen.
          if (clause.usePipeline && pressmark.stemmers.length > 1) wanted.add(...this.shards.span(term));
        }
      }
      const loaded = new Map();
      await Promise.all(
        [...wanted].map(async (shard) => {
          try {
            loaded.set(shard, await this.shards.terms(shard));
          } catch (error) {
            if (!missing) throw error;
            missing.push(error.message);
          }
        }),
      );
      for (const [shard, terms] of loaded) this.loaded.set(shard, terms);
      pressmark.known = (term) => this.posting(term) !== undefined;
      for (const one of asked) {
        for (const term of this.patterns(one.clause)) one.patterns.push(await this.expand(one.clause, term, true));
      }
      pressmark.known = null;
      return asked;
    }

    patterns(clause) {
      return clause.usePipeline ? this.pipeline.runString(clause.term, { fields: clause.fields }) : [clause.term];
    }

    kind(clause, term) {
      if ("editDistance" in clause) return "vocabulary";
      const star = term.indexOf("*");
      if (star < 0) return "exact";
      return star > 0 && /^\*+$/.test(term.slice(star)) ? "prefix" : "vocabulary";
    }

    async shardsOf(clause, term) {
      const kind = this.kind(clause, term);
      if (kind === "exact") return this.shards.span(term);
      if (kind === "prefix") {
        const stem = term.slice(0, term.indexOf("*"));
        return this.shards.span(stem, stem + "\uffff");
      }
      const words = await this.expand(clause, term);
      return words.flatMap((word) => this.shards.span(word));
    }

    async expand(clause, term, loaded = false) {
      const kind = this.kind(clause, term);
      if (kind === "exact") return this.posting(term) ? [term] : [];
      if (kind === "prefix") {
        const stem = term.slice(0, term.indexOf("*"));
        const found = [];
        for (const shard of this.shards.span(stem, stem + "\uffff")) {
          for (const word of this.loaded.get(shard)?.keys() ?? []) if (word.startsWith(stem)) found.push(word);
        }
        return found;
      }
      const all = matching(lunr.TokenSet.fromClause({ ...clause, term }), await this.shards.vocabulary());
      return loaded ? all.filter((word) => this.posting(word)) : all;
    }

    posting(term) {
      const [shard] = this.shards.span(term);
      return this.loaded.get(shard)?.get(term);
    }

    // The weights of a term in a field, as lunr.py has them in its field vectors.
    weightsOf(term, posting, field) {
      const key = `${field} ${term}`;
      let weights = this.weights.get(key);
      if (!weights) {
        const { docs, counts, lengths } = posting.lists[field];
        const having = posting.lists.reduce((sum, list) => sum + list.docs.length, 0);
        const idf = Math.log(1 + Math.abs((this.size - having + 0.5) / (having + 0.5)));
        const average = this.averages[field];
        const boost = this.shards.manifest.boosts[field];
        weights = new Float64Array(docs.length);
        for (let i = 0; i < docs.length; i++) {
          const score = (idf * ((K1 + 1) * counts[i])) / (K1 * (1 - B + B * (lengths[i] / average)) + counts[i]);
          weights[i] = round3(score * boost);
        }
        if (this.weights.size > 500) this.weights.clear();
        this.weights.set(key, weights);
      }
      return weights;
    }

    // A lunr.Index of the terms asked for; `only` (Uint8Array by article) keeps it to some articles.
    index(asked, only = null) {
      const terms = [...new Set(asked.flatMap(({ patterns }) => patterns.flat()))];
      const negated = asked.every(({ clause }) => clause.presence === PROHIBITED);
      const invertedIndex = Object.create(null);
      const fieldVectors = Object.create(null);
      if (negated) {
        for (let doc = 0; doc < this.size; doc++) {
          if (only && !only[doc]) continue;
          for (const field of this.fields) fieldVectors[`${field}/${doc}`] = new lunr.Vector();
        }
      }
      const postings = terms.map((term) => [term, this.posting(term)]).sort((a, b) => a[1].index - b[1].index);
      for (const [term, posting] of postings) {
        const entry = (invertedIndex[term] = { _index: posting.index });
        this.fields.forEach((name, field) => {
          const docs = (entry[name] = {});
          const list = posting.lists[field];
          if (!list) return;
          const weights = this.weightsOf(term, posting, field);
          for (let i = 0; i < list.docs.length; i++) {
            const doc = list.docs[i];
            if (only && !only[doc]) continue;
            docs[doc] = NOTHING;
            const ref = `${name}/${doc}`;
            (fieldVectors[ref] ??= new lunr.Vector()).elements.push(posting.index, weights[i]);
          }
        });
      }
      return new lunr.Index({
        invertedIndex,
        fieldVectors,
        tokenSet: lunr.TokenSet.fromArray(terms.sort()),
        fields: this.fields,
        pipeline: this.pipeline,
      });
    }

    run(index, query) {
      pressmark.known = (term) => term in index.invertedIndex;
      try {
        return index.query(function () {
          for (const clause of query.clauses) this.clause({ ...clause });
        });
      } finally {
        pressmark.known = null;
      }
    }

    // All results of a query, as lunr gives them: [{ref, score, matchData}].
    async search(query) {
      if (typeof query === "string") query = this.parse(query);
      if (!this.size) return [];
      const asked = await this.prepare(query);
      return this.run(this.index(asked), query);
    }

    // Which articles a prepared query matches and how well, by lunr's rules, in arrays over all articles: `scores`, `hits` (1
    // where it is a result), `clauses` (how many clauses
    // that are not prohibited match; those with one `group` count as one). lunr itself ranks what is shown;
    // this is for counts, filters and for choosing what to show of thousands.
    evaluate(asked) {
      const size = this.size;
      const scores = new Float64Array(size);
      const some = new Uint8Array(size);
      const clauses = new Uint8Array(size);
      const required = new Map();
      const prohibited = new Uint8Array(size);
      const groups = new Map();
      const vectors = this.fields.map(() => new Map());
      for (const { clause, patterns } of asked) {
        const fields = clause.fields.map((name) => this.fields.indexOf(name));
        const matches = new Uint8Array(size);
        let hopeless = false;
        for (const terms of patterns) {
          if (!terms.length && clause.presence === REQUIRED) {
            hopeless = true;
            break;
          }
          for (const term of terms) {
            const posting = this.posting(term);
            for (const field of fields) {
              const docs = posting.lists[field]?.docs ?? [];
              const marks = clause.presence === PROHIBITED ? prohibited : matches;
              for (let i = 0; i < docs.length; i++) marks[docs[i]] = 1;
              if (clause.presence === PROHIBITED) continue;
              const vector = vectors[field];
              vector.set(term, (vector.get(term) ?? 0) + clause.boost);
              for (let i = 0; i < docs.length; i++) some[docs[i]] = 1;
            }
          }
        }
        if (clause.presence === PROHIBITED) continue;
        const group = groups.get(clause.group);
        if (clause.group !== undefined && group) for (let doc = 0; doc < size; doc++) group[doc] |= matches[doc];
        else groups.set(clause.group ?? clause, matches);
        if (clause.presence === REQUIRED) {
          for (const field of fields) {
            const before = required.get(field);
            const after = hopeless ? new Uint8Array(size) : matches.slice();
            if (before) for (let doc = 0; doc < size; doc++) after[doc] &= before[doc];
            required.set(field, after);
          }
        }
      }
      vectors.forEach((vector, field) => {
        const magnitude = Math.hypot(...vector.values());
        for (const [term, boost] of vector) {
          const posting = this.posting(term);
          const list = posting.lists[field];
          if (!list) continue;
          const weights = this.weightsOf(term, posting, field);
          const factor = boost / magnitude || 0;
          for (let i = 0; i < weights.length; i++) scores[list.docs[i]] += weights[i] * factor;
        }
      });
      for (const matches of groups.values()) for (let doc = 0; doc < size; doc++) clauses[doc] += matches[doc];
      const negated = asked.every(({ clause }) => clause.presence === PROHIBITED);
      const hits = new Uint8Array(size);
      for (let doc = 0; doc < size; doc++) hits[doc] = (negated || some[doc]) && !prohibited[doc] ? 1 : 0;
      for (const marks of required.values()) for (let doc = 0; doc < size; doc++) hits[doc] &= marks[doc];
      return { scores, hits, clauses };
    }

    // The best `count` of the articles in `hits`, ranked by lunr from the candidates that can be among them.
    rank(query, asked, { scores, hits }, count) {
      const size = hits.length;
      let total = 0;
      for (let doc = 0; doc < size; doc++) total += hits[doc];
      let only = hits;
      if (total > count) {
        const sorted = new Float64Array(total);
        for (let doc = 0, i = 0; doc < size; doc++) if (hits[doc]) sorted[i++] = scores[doc];
        sorted.sort();
        const least = sorted[total - count] - 1e-9;
        only = new Uint8Array(size);
        // Where all scores are nought, lunr keeps the order of the articles.
        const none = sorted[total - 1] === 0;
        for (let doc = 0, left = none ? count : size; doc < size && left; doc++) {
          if (!hits[doc] || !(scores[doc] >= least)) continue;
          only[doc] = 1;
          left--;
        }
      }
      return this.run(this.index(asked, only), query)
        .filter(({ ref }) => hits[ref])
        .slice(0, count);
    }
  };
}
