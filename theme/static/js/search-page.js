// The search page: what is typed and chosen is kept in the address bar, answered by the engine, and shown.
// Needs lunr and the other search scripts; the texts stand in the page (#search-texts).
"use strict";
(() => {
  const { make } = pressmark;
  const page = 10;
  const MOST_READ = 30;
  const find = (id) => document.getElementById(id);
  const main = document.querySelector("main.search");
  const site = main.dataset.site;
  const [form, field, app, status, alertBox, hint, columns] = ["search-form", "q", "search-app", "search-status", "search-alert", "search-hint", "search-columns"].map(find);
  const [results, rest, restTitle, restResults, more, sort, refine] = ["search-results", "search-rest", "search-rest-title", "search-rest-results", "search-more", "search-sort", "search-refine"].map(find);
  const [plot, facets, chosenList, fromField, toField] = ["search-plot", "search-facets", "search-chosen", "search-from", "search-to"].map(find);
  const pageLanguage = document.documentElement.lang || "en";
  const language = pageLanguage === "en" ? "en-GB" : pageLanguage;

  const texts = JSON.parse(find("search-texts").textContent);
  const say = (key, values = {}) => {
    const text = texts[`${key}.${values.n}`] ?? texts[`${key}.n`] ?? texts[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? values[name].toLocaleString(language) : (values[name] ?? "")));
  };

  const format = (options) => new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
  const formats = { 4: format({ year: "numeric" }), 7: format({ year: "numeric", month: "long" }), 10: format({ dateStyle: "long" }) };
  const dayName = (text) => {
    const time = Date.parse(text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text);
    return Number.isNaN(time) ? text : formats[text.length].format(time);
  };
  const names = (() => {
    try {
      return new Intl.DisplayNames([language], { type: "language" });
    } catch {
      return null;
    }
  })();
  const languageName = (code) => {
    try {
      return names?.of(code) ?? code;
    } catch {
      return code;
    }
  };
  const labels = { tag: (name) => name, author: (name) => name, lang: languageName };

  // What is asked for: {q, from, to, sort, tag: [], author: [], lang: []}.
  const KINDS = Object.keys(pressmark.FACETS);
  const readAddress = () => {
    const query = new URLSearchParams(location.search);
    const day = (name) => (/^\d{4}-\d\d-\d\d$/.test(query.get(name) ?? "") ? query.get(name) : "");
    const asked = { q: query.get("q") ?? "", from: day("from"), to: day("to"), sort: ["new", "old"].includes(query.get("sort")) ? query.get("sort") : "" };
    for (const kind of KINDS) asked[kind] = query.getAll(kind);
    return asked;
  };
  const address = (asked) => {
    const query = new URLSearchParams();
    for (const name of ["q", "from", "to", "sort"]) if (asked[name]) query.set(name, asked[name]);
    for (const kind of KINDS) for (const name of asked[kind]) query.append(kind, name);
    const text = query.toString();
    return text ? `?${text}` : location.pathname.split("/").at(-1);
  };
  const remember = (push) => {
    try {
      history[push ? "pushState" : "replaceState"](null, "", address(state));
    } catch {
      // Some readers of offline archives refuse; the search works without.
    }
  };

  let state = readAddress();
  let engine = null;
  let run = 0;
  let current = null;
  // Beside the results there is room on a wide screen.
  let opensRefine = matchMedia("(min-width: 60em)").matches;
  const foundPart = document.querySelector(".search-found");

  // The index is opened once: the manifest comes with the page, or is brought here.
  let opening = null;
  const open = () => {
    opening ??= (async () => {
      const json = pressmark.taken(find("search-manifest")) ?? (await pressmark.loadScript(`${site}search/manifest.js`));
      const manifest = JSON.parse(json);
      if (manifest.version !== 1) throw new pressmark.Damaged("manifest.js");
      await pressmark.loadStemmers(manifest.stemmers, `${site}theme/js/`);
      engine = new pressmark.Engine(new pressmark.Shards((name) => pressmark.loadScript(`${site}search/${name}`), manifest));
    })();
    opening.catch(() => (opening = null));
    return opening;
  };

  const complain = (text) => {
    const again = make("button", { type: "button", textContent: say("again") });
    again.addEventListener("click", () => search());
    alertBox.replaceChildren(make("p", { textContent: text }), again);
    alertBox.hidden = false;
  };
  const shortName = (error) => String(error?.message ?? error).split("/").slice(-2).join("/");

  const holdsPhrases = ({ title: headline, body }, phrases) =>
    phrases.every((placed) => pressmark.holdsPhrase(headline, placed) || pressmark.holdsPhrase(body, placed));

  // One search: which articles, in `all` those with all words, in `some` the others.
  const answer = async (typing) => {
    const missing = [];
    const read = pressmark.readQuery(state.q, engine, typing);
    const { size } = engine;
    let hits = new Uint8Array(size).fill(1);
    let asked = null, found = null, loose = false;
    if (read.query.clauses.length) {
      asked = await engine.prepare(read.query, missing);
      found = engine.evaluate(asked);
      hits = found.hits;
      if (read.split === false && read.words > 1 && read.phrases.length) hits = hits.map((hit, doc) => (hit && found.clauses[doc] >= read.words ? 1 : 0));
    } else if (read.stopped.length || (state.q.trim() && !read.without.length)) hits = new Uint8Array(size);
    const keep = (marks, not = 0) => {
      hits = hits.slice();
      for (let doc = 0; doc < size; doc++) hits[doc] &= marks[doc] ^ not;
    };
    for (const [placed, not] of [...read.phrases.map((p) => [p, 0]), ...read.without.map((p) => [p, 1])]) {
      try {
        const phrase = await pressmark.phraseHits(engine, placed);
        keep(phrase.marks, not);
        if (!not) loose ||= phrase.loose;
      } catch (error) {
        missing.push(error.message);
      }
    }
    let span = hits;
    try {
      const days = state.from || state.to ? await engine.shards.days() : null;
      const [first, end] = days ? pressmark.interval(days, state.from, state.to) : [0, size];
      for (const kind of KINDS) {
        for (const name of state[kind]) {
          const value = (await engine.shards.facet(pressmark.FACETS[kind])).find((one) => one.name === name);
          const marks = new Uint8Array(size);
          for (const doc of value?.docs ?? []) marks[doc] = 1;
          keep(marks);
        }
      }
      span = hits;
      hits = hits.slice().fill(0, 0, first).fill(0, end);
    } catch (error) {
      missing.push(error.message);
    }
    const count = (marks) => {
      let sum = 0;
      for (let doc = 0; doc < size; doc++) sum += marks[doc];
      return sum;
    };
    // A phrase with stop words is certain only from the text; of a few articles that is read before they are counted.
    if (loose && count(hits) <= MOST_READ) {
      await Promise.all(
        Array.from(hits, async (hit, doc) => {
          if (!hit) return;
          const record = await engine.shards.record(doc).catch(() => null);
          if (record && !holdsPhrases(record, read.phrases)) hits[doc] = span[doc] = 0;
        }),
      );
      loose = false;
    }
    const all = hits.slice();
    const some = new Uint8Array(size);
    if (read.split) {
      for (let doc = 0; doc < size; doc++) {
        if (!hits[doc] || found.clauses[doc] >= read.words) continue;
        all[doc] = 0;
        some[doc] = 1;
      }
    }
    const terms = new Set(asked?.filter(({ clause }) => clause.presence !== lunr.Query.presence.PROHIBITED).flatMap(({ patterns }) => patterns.flat()));
    const unknown = (asked ?? [])
      .filter(({ clause, patterns }, _, list) => clause.usePipeline && !clause.editDistance && clause.presence !== lunr.Query.presence.PROHIBITED && !patterns.flat().length && !list.some((other) => other.clause.group === clause.group && other.patterns.flat().length))
      .map(({ clause }) => clause.term);
    return { read, asked, found, hits, span, all, some, counts: [count(all), count(some)], loose, unknown: missing.length ? [] : unknown, missing, terms, shown: new Map() };
  };

  // The numbers of the articles from `start` on, in the order asked for.
  const ordered = (marks, amount) => {
    const { read, asked, found } = current;
    if (!state.sort && read.query.clauses.length) return engine.rank(read.query, asked, { ...found, hits: marks }, amount).map(({ ref }) => Number(ref));
    const docs = [];
    for (let i = 0; i < marks.length && docs.length < amount; i++) {
      const doc = state.sort === "old" ? i : marks.length - 1 - i;
      if (marks[doc]) docs.push(doc);
    }
    return docs;
  };

  const entry = (record, marker) => {
    const link = make("a");
    link.append(...marker.nodes(record.title));
    const words = make("p", { className: "entry-words" }, ...marker.snippet(record.body));
    const marks = [...marker.words].slice(0, 12);
    link.href = site + record.url + (marks.length ? `#mark=${marks.map(encodeURIComponent).join(",")}` : "");
    const day = record.date.slice(0, 10);
    const facts = make("p", { className: "entry-facts" }, make("time", { dateTime: record.date, textContent: dayName(day) }));
    if (record.authors.length) facts.append(make("span", { textContent: record.authors.join(", ") }));
    if (record.tags.length) facts.append(make("span", { textContent: record.tags.slice(0, 4).join(", ") }));
    const article = make("article", { className: "entry" }, make("h2", { className: "entry-title" }, link), words, facts);
    if (record.lang && record.lang !== pageLanguage) article.lang = record.lang;
    article.dir = "auto";
    return make("li", {}, article);
  };

  // Shows the first `amount` of `marks` in a list. What the search before showed stands there until these have come.
  const fill = async (list, marks, amount, token) => {
    const before = current.shown.get(list) ?? 0;
    const docs = ordered(marks, amount).slice(before);
    const entries = await Promise.all(
      docs.map(async (doc) => {
        try {
          const record = await engine.shards.record(doc);
          if (current.loose && !holdsPhrases(record, current.read.phrases)) return make("li", { hidden: true });
          return entry(record, new pressmark.Marker(current.terms));
        } catch (error) {
          current.missing.push(error.message);
          return make("li", { className: "entry-lost", textContent: say("lost") });
        }
      }),
    );
    if (token !== run) return;
    if (before) list.append(...entries);
    else list.replaceChildren(...entries);
    current.shown.set(list, before + entries.length);
  };

  const showMore = async (token) => {
    const [inAll, inSome] = current.counts;
    const shown = (list) => current.shown.get(list) ?? 0;
    const focus = document.activeElement === more;
    const links = () => [...main.querySelectorAll(".results a")];
    const before = focus ? links().length : 0;
    let room = page;
    if (shown(results) < inAll || !inAll) {
      const had = shown(results);
      await fill(results, current.all, had + page, token);
      if (token !== run) return;
      room -= shown(results) - had;
    }
    if (inSome && room > 0) {
      restTitle.textContent = say("rest", { n: inSome });
      await fill(restResults, current.some, shown(restResults) + room, token);
      if (token !== run) return;
    }
    rest.hidden = !shown(restResults);
    const left = inAll - shown(results) || inSome - shown(restResults);
    more.hidden = left <= 0;
    more.textContent = say("more", { n: Math.min(page, left) });
    if (current.missing.length) complain(say("broken", { name: shortName(current.missing[0]) }));
    if (focus) links()[before]?.focus();
  };

  const announce = () => {
    const [inAll, inSome] = current.counts;
    const { read, loose } = current;
    let text;
    if (!read.query.clauses.length && !state.q.trim() && !chosenList.children.length) text = say("start", { n: engine.size });
    else if (read.split) text = say("all", { n: inAll }) + (inAll ? "" : inSome ? ` ${say("rest", { n: inSome })}.` : "");
    else text = loose ? say("about", { n: inAll }) : say("matches", { n: inAll });
    status.textContent = text;
  };

  const runLink = (text) => {
    const link = make("a", { textContent: text, href: address({ ...state, q: text }) });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      field.value = state.q = text;
      remember(true);
      search();
      field.focus();
    });
    return link;
  };

  const advise = async (token) => {
    const { read, unknown, begun } = current;
    const lines = [];
    if (read.problem) lines.push([say("syntax", { why: read.problem })]);
    if (read.stopped.length && !read.query.clauses.length) lines.push([say("stop", { word: read.stopped.join(" ") })]);
    hint.replaceChildren(...lines.flatMap((line) => [...line, make("br")]));
    hint.hidden = !lines.length;
    if (!unknown.length) return;
    const words = [...new Set(unknown)].slice(0, 4);
    const parts = words.map((word) => `${say(word === begun ? "begun" : "unknown", { word })} `);
    let near = [];
    try {
      const suggestions = await engine.shards.suggestions();
      near = words.map((word) => pressmark.nearWords(word, suggestions, words.length > 1 ? 1 : 3));
    } catch {
      // Without suggestions the words are only named.
    }
    if (token !== run) return;
    const corrected = (pick) =>
      words.reduce((text, word, i) => {
        const at = pressmark.fold(text).indexOf(word);
        const other = near[i]?.[pick];
        return at < 0 || !other ? text : text.slice(0, at) + other + text.slice(at + word.length);
      }, state.q);
    const proposals = [...new Set([0, 1, 2].map(corrected))].filter((text) => text !== state.q);
    proposals.forEach((text, i) => parts.push(i ? ", " : `${say("mean")} `, runLink(text)));
    if (proposals.length) parts.push("?");
    hint.append(...parts);
    hint.hidden = false;
  };

  const showChosen = () => {
    const items = [];
    const item = (text, remove) => {
      const button = make("button", { type: "button", textContent: text, ariaLabel: say("remove", { name: text }) });
      button.addEventListener("click", () => {
        remove();
        commit();
        field.focus();
      });
      items.push(make("li", {}, button));
    };
    if (state.from) item(say("since", { day: dayName(state.from) }), () => (state.from = ""));
    if (state.to) item(say("until", { day: dayName(state.to) }), () => (state.to = ""));
    for (const kind of KINDS) for (const name of state[kind]) item(labels[kind](name), () => (state[kind] = state[kind].filter((other) => other !== name)));
    chosenList.replaceChildren(...items);
  };

  // Facets are only brought where they are seen.
  const showRefine = async (token) => {
    if (!refine.open || !current) return;
    const { hits, span, counts } = current;
    const listed = counts[0] ? current.all : hits;
    try {
      const days = await engine.shards.days();
      if (token !== run) return;
      const known = days.days.filter((day) => day.length === 10);
      for (const input of [fromField, toField]) [input.min, input.max] = [known[0] ?? "", known.at(-1) ?? ""];
      [fromField.value, toField.value] = [state.from, state.to];
      const split = current.read.split && counts[0];
      const inSpan = split ? span.map((hit, doc) => (hit && current.found.clauses[doc] >= current.read.words ? 1 : 0)) : span;
      const choose = (from, to) => {
        const same = state.from === from && state.to === to;
        [state.from, state.to] = same ? ["", ""] : [from, to];
        commit();
      };
      pressmark.drawBars(plot, pressmark.bars(days, inSpan), { say, span: dayName, chosen: state, choose });
      const drawn = [];
      for (const kind of KINDS) {
        const facet = await engine.shards.facet(pressmark.FACETS[kind]);
        if (token !== run) return;
        const values = pressmark.counted(facet, listed);
        for (const name of state[kind]) if (!values.some((value) => value.name === name)) values.unshift({ name, count: 0 });
        if (values.length < 2 && !state[kind].length) continue;
        const choose = (name, on) => {
          state[kind] = on ? [...state[kind], name] : state[kind].filter((other) => other !== name);
          commit();
        };
        drawn.push(pressmark.drawFacet(kind, values, { say, chosen: new Set(state[kind]), choose, label: labels[kind] }));
      }
      const focused = facets.contains(document.activeElement) ? document.activeElement : null;
      facets.replaceChildren(...drawn);
      if (focused) [...facets.querySelectorAll("input")].find((input) => input.name === focused.name && input.value === focused.value)?.focus();
    } catch (error) {
      complain(say("broken", { name: shortName(error) }));
    }
  };

  const search = async (typing = false) => {
    const token = ++run;
    alertBox.hidden = true;
    try {
      await open();
      if (token !== run) return;
      if (!engine.size) {
        status.textContent = say("empty");
        return;
      }
      showChosen();
      let next = await answer(typing);
      if (token !== run) return;
      // A last word that the archive does not know may be the beginning of one that it does.
      const last = next.read.query.clauses.at(-1);
      if (!typing && last && next.unknown.includes(last.term)) {
        const wider = await answer(true);
        if (token !== run) return;
        if (wider.counts[0]) next = { ...wider, unknown: next.unknown, begun: last.term };
      }
      current = next;
      sort.value = state.sort;
      document.title = `${state.q ? `${state.q} – ` : ""}${title}`;
      const idle = !state.q.trim() && !chosenList.children.length;
      columns.hidden = !idle && !current.counts[0] && !current.counts[1] && !chosenList.children.length;
      foundPart.hidden = idle;
      if (idle) {
        hint.hidden = true;
        results.replaceChildren();
        restResults.replaceChildren();
        announce();
        void showRefine(token);
        return;
      }
      if (opensRefine) refine.open = true;
      opensRefine = false;
      await showMore(token);
      if (token !== run) return;
      announce();
      main.dataset.shown = state.q;
      void advise(token);
      void showRefine(token);
    } catch (error) {
      if (token !== run) return;
      if (error instanceof pressmark.TooWide) {
        status.textContent = say("wide", { word: error.message });
        columns.hidden = true;
        return;
      }
      columns.hidden = true;
      complain(say("dead", { name: shortName(error) }));
      status.textContent = "";
    }
  };

  const commit = () => {
    remember(true);
    return search();
  };

  // Typing searches after a breath; Enter at once.
  let timer = 0;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      state.q = field.value;
      remember(false);
      search(true);
    }, 160);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    state.q = field.value;
    commit();
  });
  sort.addEventListener("change", () => {
    state.sort = sort.value;
    commit();
  });
  for (const [input, name] of [
    [fromField, "from"],
    [toField, "to"],
  ]) {
    input.addEventListener("change", () => {
      state[name] = input.value;
      commit();
    });
  }
  more.addEventListener("click", () => showMore(run));
  refine.addEventListener("toggle", () => showRefine(run));
  addEventListener("popstate", () => {
    state = readAddress();
    field.value = state.q;
    search();
  });

  // Arrows walk through the results, Escape goes back to the field and then empties it.
  main.addEventListener("keydown", (event) => {
    const links = [...main.querySelectorAll(".results a")];
    const at = links.indexOf(document.activeElement);
    const inField = document.activeElement === field;
    if (event.key === "ArrowDown" && (inField || at >= 0)) (links[at + 1] ?? (more.hidden ? null : more))?.focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? field).focus();
    else if (event.key === "ArrowUp" && document.activeElement === more) links.at(-1)?.focus();
    else if (event.key === "Escape" && at >= 0) field.focus();
    else if (event.key === "Escape" && inField && field.value) {
      field.value = state.q = "";
      remember(true);
      search();
    } else return;
    event.preventDefault();
  });

  // Examples from the newest article, so that each finds something.
  find("search-help").addEventListener("toggle", async () => {
    const list = find("search-examples");
    if (list.children.length) return;
    let one = "", two = "";
    try {
      await open();
      const record = await engine.shards.record(engine.size - 1);
      const words = pressmark.words(record.title).filter((word) => word.length > 3 && /^\p{L}+$/u.test(word) && !engine.stops(word));
      [one = "news", two = one] = words;
      const placed = pressmark.words(record.title, true);
      const phrase = placed.slice(placed.indexOf(one), placed.indexOf(one) + 2).join(" ");
      const examples = [
        ["words", `${one} ${two}`],
        ["phrase", `"${phrase}"`],
        ["minus", `${one} -${two}`],
        ["plus", `+${one} ${two}`],
        ["star", `${one.slice(0, 4)}*`],
        ["fuzzy", `${one}~1`],
        ["field", `title:${one}`],
        ["boost", `${one}^5 ${two}`],
      ];
      list.replaceChildren(...examples.map(([key, text]) => make("div", {}, make("dt", {}, runLink(text)), make("dd", { textContent: say(`help.${key}`) }))));
    } catch (error) {
      complain(say("dead", { name: shortName(error) }));
    }
  });

  const { title } = document;
  app.hidden = false;
  find("search-without").hidden = true;
  field.value = state.q;
  sort.value = state.sort;
  if (!state.q) field.focus();
  search();
})();
