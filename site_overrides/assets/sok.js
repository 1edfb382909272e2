// The search page: reads ?q= and the filters, asks Pagefind, and writes the hits. Text from the index is
// always written as text, never as markup.

const FIRST = 10;
const PARTS = 4;
const LONGEST = 200;
const PAUSE = 200;
const FILTERS = ["slag", "organ", "ar"];
const root = new URL("..", import.meta.url);

const element = (id) => document.getElementById(id);
const form = element("sok-formular");
const field = element("sok-q");
const state = element("sok-lage");
const list = element("sok-traffar");
const more = element("sok-fler");
const select = (name) => element(`sok-${name}`);

let engine = null;
let hits = [];
let shown = 0;
let turn = 0;
let timer = 0;

async function load() {
  if (!engine) {
    const pagefind = await import(new URL("pagefind/pagefind.js", root).href);
    await pagefind.options({ baseUrl: root.pathname, excerptLength: 28 });
    await pagefind.init();
    engine = pagefind;
  }
  return engine;
}

const wanted = () => ({
  q: field.value.trim().slice(0, LONGEST),
  filters: Object.fromEntries(FILTERS.map((name) => [name, select(name).value]).filter(([, value]) => value)),
});

function address({ q, filters }) {
  const query = new URLSearchParams(q ? { q, ...filters } : filters).toString();
  return query ? `?${query}` : location.pathname;
}

function fieldFromAddress() {
  field.value = (new URLSearchParams(location.search).get("q") ?? "").slice(0, LONGEST);
}

function filtersFromAddress() {
  const query = new URLSearchParams(location.search);
  for (const name of FILTERS) {
    select(name).value = query.get(name) ?? "";
    if (select(name).selectedIndex < 0) select(name).value = "";
  }
}

const order = {
  slag: (a, b) => a.localeCompare(b, "sv"),
  organ: (a, b) => a.localeCompare(b, "sv"),
  ar: (a, b) => b.localeCompare(a, "sv"),
};

async function fillFilters(pagefind) {
  const all = await pagefind.filters();
  for (const name of FILTERS) {
    const values = Object.keys(all[name] ?? {}).sort(order[name]);
    for (const value of values) select(name).append(new Option(value, value));
    select(name).closest("p").hidden = values.length === 0;
  }
  element("sok-filter").hidden = FILTERS.every((name) => select(name).options.length < 2);
}

function node(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function link(url, title) {
  const made = node("a", "", title);
  made.href = url;
  return made;
}

// Pagefind's excerpt is escaped text with <mark>; only the marks become elements.
function excerpt(text) {
  const plain = (part) => new DOMParser().parseFromString(`<p>${part}`, "text/html").body.textContent;
  const pieces = text.split(/(<mark>.*?<\/mark>)/s).filter(Boolean);
  return pieces.map((piece) => (piece.startsWith("<mark>") ? node("mark", "", plain(piece)) : plain(piece)));
}

function drawn(hit) {
  const about = [hit.meta.slag, hit.meta.organ, hit.meta.datum].filter(Boolean).join(" · ");
  const parts = hit.sub_results.filter((part) => part.url !== hit.url && part.title !== hit.meta.title).slice(0, PARTS);
  const item = node("li", "");
  if (about) item.append(node("p", "sok__slag", about));
  item.append(node("h2", "", link(hit.url, hit.meta.title ?? hit.url)));
  if (parts.length === 0) item.append(node("p", "", ...excerpt(hit.excerpt)));
  else item.append(node("ul", "sok__delar", ...parts.map(drawnPart)));
  return item;
}

function drawnPart(part) {
  const heading = `${part.title}. `;
  const text = part.excerpt.startsWith(heading) ? part.excerpt.slice(heading.length) : part.excerpt;
  return node("li", "", link(part.url, part.title), node("p", "", ...excerpt(text)));
}

const drawnFrom = async (results, start) =>
  (await Promise.all(results.slice(start, start + FIRST).map((hit) => hit.data()))).map(drawn);

function show(items) {
  list.append(...items);
  shown += items.length;
  more.hidden = shown >= hits.length;
}

async function showMore() {
  const mine = turn;
  const items = await drawnFrom(hits, shown);
  if (mine !== turn) return;
  show(items);
  items[0]?.querySelector("a").focus();
}

function tell(count, q) {
  const what = q ? ` för ”${q}”` : "";
  if (count === 0) return `Inga träffar${what}. Pröva ett kortare ord, en annan böjning eller färre begränsningar.`;
  return `${count} ${count === 1 ? "sida" : "sidor"} med träff${what}.`;
}

function clear(text) {
  hits = [];
  shown = 0;
  list.replaceChildren();
  more.hidden = true;
  state.textContent = text;
}

async function search() {
  const mine = ++turn;
  const asked = wanted();
  document.title = asked.q ? `${asked.q} – ${title}` : title;
  if (!asked.q && Object.keys(asked.filters).length === 0) return clear("");
  const pagefind = await load();
  const found = await pagefind.search(asked.q || null, { filters: asked.filters });
  const items = await drawnFrom(found.results, 0);
  if (mine !== turn) return;
  clear(tell(found.results.length, asked.q));
  hits = found.results;
  show(items);
}

function failed(error) {
  console.error(error);
  clear("Sökningen kunde inte laddas. Listorna i menyn leder till allt som finns i arkivet.");
}

const run = () => search().catch(failed);

function remember(method) {
  const next = address(wanted());
  if (next !== (location.search || location.pathname)) history[method](null, "", next);
}

const title = document.title;

field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => (remember("replaceState"), run()), PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  remember("pushState");
  run();
});
for (const name of FILTERS) select(name).addEventListener("change", () => (remember("pushState"), run()));
element("sok-rensa").addEventListener("click", () => {
  form.reset();
  remember("pushState");
  field.focus();
  run();
});
more.addEventListener("click", () => showMore().catch(failed));
window.addEventListener("popstate", () => (fieldFromAddress(), filtersFromAddress(), run()));

fieldFromAddress();
load().then(fillFilters).then(filtersFromAddress).then(run).catch(failed);
