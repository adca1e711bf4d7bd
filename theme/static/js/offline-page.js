// The page about reading offline: keeps the whole archive in the browser on request, and says how far it is.
"use strict";
(async () => {
  const main = document.querySelector("main");
  const part = (name) => document.getElementById(`offline-${name}`);
  const texts = JSON.parse(part("texts").textContent);
  const language = document.documentElement.lang;
  const fill = (name, values = {}) => texts[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const say = (name, values) => { part("status").textContent = fill(name, values); };
  const megabytes = (bytes) => (bytes / 1e6).toLocaleString(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  // Files asked for at a time.
  const batch = 24;

  const missing = new URL(location.href).searchParams.get("page");
  if (missing) {
    const page = new URL(missing, location.href);
    const known = page.origin === location.origin;
    part("missing").hidden = !known;
    if (known) Object.assign(part("again"), { href: page.href, textContent: decodeURI(page.pathname) });
  }
  const { root, ask } = globalThis.pressmarkOffline ?? {};
  if (!root) {
    say(location.protocol === "file:" ? "folder" : "unable");
    return;
  }
  const registration = await Promise.race([
    navigator.serviceWorker.ready,
    new Promise((resolve) => setTimeout(resolve, 10_000)),
  ]);
  if (!registration) {
    say("unable");
    return;
  }

  const fetched = async (name) => (await fetch(new URL(`offline/${name}`, root), { cache: "no-store" })).json();
  const { bytes } = await fetched("size.json").catch(() => ({}));
  let kept = await ask({ list: true });
  const show = () => {
    say(kept ? "whole" : "part", kept ? { size: megabytes(kept.bytes) } : {});
    part("keep").textContent = kept ? texts.renew : fill("keep", { size: bytes ? megabytes(bytes) : "?" });
    part("tools").hidden = false;
  };

  const keepAll = async () => {
    const list = await fetched("files.json");
    const before = new Map(kept?.files.map(([path, , mark]) => [path, mark]));
    const now = new Set(list.files.map(([path]) => path));
    const wanted = list.files.filter(([path, , mark]) => before.get(path) !== mark);
    const total = wanted.reduce((sum, [, bytes]) => sum + bytes, 0);
    const progress = part("progress");
    Object.assign(progress, { hidden: false, max: Math.max(1, total), value: 0 });
    let failed = 0;
    for (let i = 0; i < wanted.length; i += batch) {
      const files = wanted.slice(i, i + batch);
      failed += (await ask({ keep: files.map(([path]) => path) })).failed;
      progress.value += files.reduce((sum, [, bytes]) => sum + bytes, 0);
      say("keeping", { size: megabytes(progress.value), all: megabytes(total) });
    }
    await ask({ drop: [...before.keys()].filter((path) => !now.has(path)) });
    if (failed) {
      say("failed", { n: failed.toLocaleString(language) });
    } else {
      await navigator.storage?.persist?.();
      await ask({ keep: ["offline/files.json"] });
      kept = list;
      show();
    }
  };

  const during = async (work) => {
    for (const button of main.querySelectorAll("button")) button.disabled = true;
    try {
      await work();
    } catch {
      say("offline");
    } finally {
      part("progress").hidden = true;
      for (const button of main.querySelectorAll("button")) button.disabled = false;
    }
  };
  part("keep").addEventListener("click", () => during(keepAll));
  part("forget").addEventListener("click", () => during(async () => {
    await ask({ forget: true });
    kept = null;
    show();
  }));
  show();
})();
