// The service worker, imported by sw.js at the root of the site: keeps what was read, so that it can be read again
// without a connection. A page comes from the server where it answers, else as it was kept. What is named by its content
// (the parts of the search) never changes, and comes from what was kept at once.
//
// Pages send messages, each with a port for the answer (see offline.js, offline-page.js):
//   { keep: [address, …] }   fetches and keeps; answers { kept, failed }
//   { search: [address, …] } the same, and drops the parts of the search that are not among them
//   { drop: [address, …] }   answers {}
//   { list: true }           answers the list of files the whole archive was last kept by, or null
//   { forget: true }         drops everything that was kept; answers {}
"use strict";

const ROOT = new URL(self.registration.scope);
// All sites of one account may share an origin, and with it the caches; so the name carries the path.
const CACHE = `pressmark ${ROOT.pathname}`;
const OFFLINE = new URL("offline.html", ROOT).href;
const LIST = new URL("offline/files.json", ROOT).href;
const ALWAYS = [
  "offline.html", "theme/site.css", "theme/css/offline.css", "theme/icon.svg", "theme/js/search-focus.js", "theme/js/offline.js",
  "theme/js/offline-page.js", "offline/size.json",
];
const BY_CONTENT = /\/search\/(?!manifest\.js$)/;
// Milliseconds that a server may take to answer before what was kept is shown.
const PATIENCE = 4000;

// The address a page is kept under: without query and fragment, and a folder's with its file.
const keyOf = (address) => {
  const url = new URL(address, ROOT);
  url.search = url.hash = "";
  if (url.pathname.endsWith("/")) url.pathname += "index.html";
  return url.href;
};

const mayKeep = (response) =>
  response.status === 200 && response.type === "basic" && !response.redirected &&
  !/no-store/.test(response.headers.get("Cache-Control") ?? "");

const keep = async (cache, key, response) => {
  if (!mayKeep(response)) return false;
  try {
    await cache.put(key, response);
    return true;
  } catch {
    return false; // no room left: what is there is still shown
  }
};

const answer = async (event) => {
  const { request } = event;
  const cache = await caches.open(CACHE);
  const key = keyOf(request.url);
  const kept = await cache.match(key);
  if (kept && BY_CONTENT.test(key)) return kept;
  const fresh = fetch(request).then((response) => {
    event.waitUntil(keep(cache, key, response.clone()));
    return response;
  });
  try {
    if (!kept) return await fresh;
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, kept));
    return await Promise.race([fresh, late]);
  } catch {
    if (kept) return kept;
    if (request.mode !== "navigate" || key === OFFLINE) return Response.error();
    return Response.redirect(`${OFFLINE}?page=${encodeURIComponent(request.url)}`);
  }
};

const tasks = {
  async keep(addresses) {
    const cache = await caches.open(CACHE);
    const done = await Promise.all(addresses.map(async (address) => {
      const key = keyOf(address);
      if (BY_CONTENT.test(key) && await cache.match(key)) return true;
      try {
        return await keep(cache, key, await fetch(key, { cache: "no-cache" }));
      } catch {
        return false;
      }
    }));
    const kept = done.filter(Boolean).length;
    return { kept, failed: done.length - kept };
  },
  async search(addresses) {
    const cache = await caches.open(CACHE);
    const wanted = new Set(addresses.map(keyOf));
    const old = (await cache.keys()).map(({ url }) => url).filter((url) => BY_CONTENT.test(url) && !wanted.has(url));
    await tasks.drop(old);
    return tasks.keep(addresses);
  },
  async drop(addresses) {
    const cache = await caches.open(CACHE);
    await Promise.all(addresses.map((address) => cache.delete(keyOf(address))));
    return {};
  },
  async list() {
    const kept = await (await caches.open(CACHE)).match(LIST);
    return kept ? kept.json() : null;
  },
  async forget() {
    await caches.delete(CACHE);
    await tasks.keep(ALWAYS);
    return {};
  },
};

self.addEventListener("install", (event) => {
  event.waitUntil(tasks.keep(ALWAYS).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || request.cache === "no-store" || !request.url.startsWith(ROOT.href)) return;
  event.respondWith(answer(event));
});
self.addEventListener("message", (event) => {
  const [[task, value]] = Object.entries(event.data);
  event.waitUntil(tasks[task](value).then((result) => event.ports[0]?.postMessage(result)));
});
