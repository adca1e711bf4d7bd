// On an article opened from the search: marks the words that were found, named in the address after #mark=, and goes to the first.
"use strict";
{
  const words = (location.hash.match(/^#mark=(.+)$/)?.[1] ?? "").split(",").map((word) => {
    try {
      return decodeURIComponent(word);
    } catch {
      return "";
    }
  });
  const wanted = new Set(words.filter(Boolean).slice(0, 50));
  const parts = document.querySelectorAll("main h1, main .story-body");
  if (wanted.size && parts.length) {
    const fold = (text) => text.toLowerCase().replaceAll("ß", "ss").normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").replace(/['’‘ʼ]s$/, "").replace(/['’‘ʼ]/g, "");
    const unspaced = [...wanted].filter((word) => /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/.test(word));
    const shapes = unspaced.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).concat("[\\p{L}\\p{N}\\p{M}]+(?:['’‘ʼ.,][\\p{L}\\p{N}\\p{M}]+)*");
    const pattern = new RegExp(shapes.join("|"), "gu");
    const hit = (word) => wanted.has(fold(word)) || wanted.has(fold(word).replace(/^(?:[cdjlmnst]|qu)(?=.{3})/, ""));
    const texts = [];
    for (const part of parts) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) texts.push(walker.currentNode);
    }
    for (const node of texts) {
      const text = node.data;
      const pieces = [];
      let at = 0;
      for (const match of text.matchAll(pattern)) {
        if (!hit(match[0])) continue;
        const mark = document.createElement("mark");
        mark.textContent = match[0];
        pieces.push(text.slice(at, match.index), mark);
        at = match.index + match[0].length;
      }
      if (pieces.length) node.replaceWith(...pieces, text.slice(at));
    }
    (document.querySelector("main .story-body mark") ?? document.querySelector("main mark"))?.scrollIntoView({ block: "center" });
  }
}
