// Keeps the pages of visits on site, and what they are made of, on the device, so that they open without a line. Only pages that
// asked for it are kept, for a week; everything else goes to the server as if this were not here.
const shelf = "dong-hanh-hien-truong";
const days = 7;
const patience = 6000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const keep = async ({ page, assets }) => {
  const cache = await caches.open(shelf);
  for (const kept of await cache.keys()) {
    const path = new URL(kept.url).pathname;
    const answer = await cache.match(kept);
    const age = Date.now() - Date.parse(answer?.headers.get("date") ?? "");
    // Assets of the version before go; pages that nobody opened for a week go.
    if (path.startsWith("/static/") ? !assets.includes(path) : age > days * 86400000) await cache.delete(kept);
  }
  for (const asset of assets) if (!(await cache.match(asset))) await cache.add(asset);
  const answer = await fetch(page, { redirect: "manual" });
  if (answer.ok) await cache.put(page, answer);
};

const drop = async ({ page }) => (await caches.open(shelf)).delete(page);

self.addEventListener("message", (event) => {
  const done = (event.data.keeps ? keep(event.data) : drop(event.data)).then(() => event.source?.postMessage({ kept: event.data.keeps }));
  event.waitUntil(done.catch(() => { /* the line broke: the next visit keeps it */ }));
});

// The page from the server; from the device when there is no line or it hangs.
const open = async (request) => {
  const path = new URL(request.url).pathname;
  const cache = await caches.open(shelf);
  const kept = await cache.match(path);
  if (!kept) return fetch(request);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const answer = await fetch(request, { signal: stop.signal });
    if (answer.ok && answer.type === "basic") await cache.put(path, answer.clone());
    return answer;
  } catch {
    return kept;
  } finally {
    clearTimeout(timer);
  }
};

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/static/")) {
    event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
  } else if (event.request.mode === "navigate" && url.search === "") {
    event.respondWith(open(event.request));
  }
});
