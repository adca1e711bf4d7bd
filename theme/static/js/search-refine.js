// Narrowing the results down: time as a plot and two dates, tags, authors and languages with counts.
"use strict";
{
  const pressmark = (globalThis.pressmark ??= {});
  const FIRST_SHOWN = 8;
  const MOST_BARS = 60;
  pressmark.FACETS = { tag: "tags", author: "authors", lang: "languages" };

  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  pressmark.make = make;

  // Numbers of the articles from day `from` to day `to` as [first, end).
  pressmark.interval = ({ days, starts }, from, to) => {
    const first = from ? pressmark.lastAtMost(days, from) + (days[pressmark.lastAtMost(days, from)] === from ? 0 : 1) : 0;
    const last = to ? pressmark.lastAtMost(days, to) + 1 : days.length;
    return [starts[Math.min(first, days.length)], starts[Math.max(last, 0)]];
  };

  const lastDay = (month) => {
    const [year, number] = month.split("-").map(Number);
    return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, "0")}`;
  };

  // Bars over time: [{name, from, to, count}] by day, month or year, as few as fit, without gaps in between.
  pressmark.bars = ({ days, starts }, hits) => {
    const counts = new Map();
    let doc = 0;
    days.forEach((day, i) => {
      let count = 0;
      for (doc = starts[i]; doc < starts[i + 1]; doc++) count += hits[doc];
      if (count && day.length === 10) counts.set(day, count);
    });
    const all = [...counts.keys()];
    if (!all.length) return [];
    const first = all[0], last = all.at(-1);
    const span = (Date.parse(last) - Date.parse(first)) / 86400000 + 1;
    const size = span <= MOST_BARS ? 10 : span <= MOST_BARS * 30 ? 7 : 4;
    const sums = new Map();
    if (size === 10) for (let t = Date.parse(first); t <= Date.parse(last); t += 86400000) sums.set(new Date(t).toISOString().slice(0, 10), 0);
    if (size === 7) {
      for (let [year, month] = first.split("-").map(Number); ; month === 12 ? ((month = 1), year++) : month++) {
        const name = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
        if (name > last.slice(0, 7)) break;
        sums.set(name, 0);
      }
    }
    if (size === 4) for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) sums.set(String(year).padStart(4, "0"), 0);
    for (const [day, count] of counts) sums.set(day.slice(0, size), (sums.get(day.slice(0, size)) ?? 0) + count);
    return [...sums].map(([name, count]) => ({
      name,
      count,
      from: size === 10 ? name : size === 7 ? `${name}-01` : `${name}-01-01`,
      to: size === 10 ? name : size === 7 ? lastDay(name) : `${name}-12-31`,
    }));
  };

  // Draws the bars as buttons into `box`; `choose(from, to)` is called with the span of the bar or bars chosen.
  pressmark.drawBars = (box, bars, { say, span, chosen, choose }) => {
    const most = Math.max(1, ...bars.map(({ count }) => count));
    let anchor = null;
    const pick = (bar, wide) => {
      const other = wide && anchor ? anchor : bar;
      choose(bar.from < other.from ? bar.from : other.from, bar.to > other.to ? bar.to : other.to);
      anchor = bar;
    };
    const buttons = bars.map((bar) => {
      const label = say("bar", { span: span(bar.name), n: bar.count });
      const fill = make("span", { className: "bar-fill" });
      fill.style.blockSize = bar.count ? `${Math.max(4, Math.round((bar.count / most) * 100))}%` : "0";
      const button = make("button", { type: "button", className: "bar", title: label, disabled: !bar.count, tabIndex: -1 }, fill, make("span", { className: "unseen", textContent: label }));
      const inside = (!chosen.from || bar.to >= chosen.from) && (!chosen.to || bar.from <= chosen.to);
      button.setAttribute("aria-pressed", String(Boolean((chosen.from || chosen.to) && inside)));
      button.addEventListener("click", (event) => pick(bar, event.shiftKey));
      return button;
    });
    // One bar is reached with the tabulator, the others from there with the arrows.
    (buttons.find((button) => button.ariaPressed === "true" && !button.disabled) ?? buttons.find((button) => !button.disabled))?.setAttribute("tabindex", "0");
    box.onkeydown = (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      let to = buttons.indexOf(document.activeElement) + step;
      while (buttons[to]?.disabled) to += step;
      buttons[to]?.focus();
      event.preventDefault();
    };
    // Dragging from one bar to another takes the span between.
    let from = null;
    const under = (event) => buttons.indexOf(document.elementFromPoint(event.clientX, box.getBoundingClientRect().bottom - 2)?.closest("button"));
    box.onpointerdown = (event) => (from = under(event));
    box.onpointermove = (event) => {
      if (from === null || from < 0 || !event.buttons) return;
      const to = under(event);
      if (to >= 0) buttons.forEach((button, i) => button.classList.toggle("bar-drag", from !== to && i >= Math.min(from, to) && i <= Math.max(from, to)));
    };
    box.onpointerup = (event) => {
      const to = under(event);
      if (from !== null && from >= 0 && to >= 0 && from !== to) choose(bars[Math.min(from, to)].from, bars[Math.max(from, to)].to);
      from = null;
    };
    const row = make("div", { className: "bars" }, ...buttons);
    const ends = bars.length ? [bars[0].name, bars.at(-1).name] : [];
    box.replaceChildren(row, make("div", { className: "bar-ends" }, ...[...new Set(ends)].map((name) => make("span", { textContent: span(name) }))));
  };

  // A facet's values with their counts among `hits`, most first.
  pressmark.counted = (facet, hits) =>
    facet
      .map(({ name, docs }) => ({ name, count: docs.reduce((sum, doc) => sum + hits[doc], 0) }))
      .filter(({ count }) => count)
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));

  // One facet as a list of check boxes; long ones with a field that narrows it. `chosen` is a Set of names.
  pressmark.drawFacet = (kind, values, { say, chosen, choose, label }) => {
    const rows = values.map(({ name, count }) => {
      const box = make("input", { type: "checkbox", name: kind, value: name, checked: chosen.has(name) });
      box.addEventListener("change", () => choose(name, box.checked));
      const row = make("li", {}, make("label", {}, box, make("span", { textContent: label(name) }), " ", make("span", { className: "count", textContent: count.toLocaleString() })));
      return { row, text: pressmark.fold(label(name)), on: chosen.has(name) };
    });
    const list = make("ul", {}, ...rows.map(({ row }) => row));
    const show = (wanted) => {
      let shown = 0;
      for (const { row, text, on } of rows) {
        const fits = wanted ? text.includes(wanted) : true;
        row.hidden = !fits || (!on && shown >= (wanted ? 30 : FIRST_SHOWN));
        shown += row.hidden ? 0 : 1;
      }
    };
    show("");
    const parts = [make("legend", { textContent: say(pressmark.FACETS[kind]) })];
    if (rows.length > FIRST_SHOWN) {
      const field = make("input", { type: "search", placeholder: say("find"), ariaLabel: `${say(pressmark.FACETS[kind])}: ${say("find")}`, autocomplete: "off" });
      field.addEventListener("input", () => show(pressmark.fold(field.value.trim())));
      parts.push(field);
    }
    return make("fieldset", { className: "facet", id: `facet-${kind}` }, ...parts, list);
  };
}
