// The search page: reads ?q= and the filters, looks the query up in the register, asks Pagefind, and writes the hits.
// Text from the index is always written as text, never as markup.

import { LONGEST, alike, exact, questions, shorter } from "./sok-fraga.js";

const FIRST = 10;
const AT_ONCE = 2;
const PARTS = 4;
const PAUSE = 200;
const FILTERS = ["slag", "organ", "ar", "handling"];
const root = new URL("..", import.meta.url);

const element = (id) => document.getElementById(id);
const form = element("sok-formular");
const field = element("sok-q");
const state = element("sok-lage");
const list = element("sok-traffar");
const more = element("sok-fler");
const select = (name) => element(`sok-${name}`);

let engine = null;
let register = null;
let hits = [];
let shown = 0;
let turn = 0;
let timer = 0;

async function load() {
  if (engine) return engine;
  const [pagefind, answer] = await Promise.all([
    import(new URL("pagefind/pagefind.js", root).href),
    fetch(new URL("sok/register.json", root)),
  ]);
  if (!answer.ok) throw new Error(`register: ${answer.status}`);
  await pagefind.options({ baseUrl: root.pathname, excerptLength: 28 });
  await pagefind.init();
  register = await answer.json();
  engine = pagefind;
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
  handling: (a, b) => a.localeCompare(b, "sv"),
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

// The parts of a page with the heaviest matches, in the order in which they stand there.
function best(parts) {
  const weight = (part) => part.weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
  const heaviest = new Set([...parts].sort((a, b) => weight(b) - weight(a)).slice(0, PARTS));
  return parts.filter((part) => heaviest.has(part));
}

function item(about, url, title, ...rest) {
  const told = about.filter(Boolean).join(" · ");
  return node("li", "", ...(told ? [node("p", "sok__slag", told)] : []), node("h2", "", link(url, title)), ...rest);
}

function drawn(hit) {
  if (hit.exact) return item([hit.slag, hit.organ === hit.titel ? "" : hit.organ, hit.datum], new URL(hit.url, root).href, hit.titel);
  const parts = best(hit.sub_results.filter((part) => part.url !== hit.url && part.title !== hit.meta.title));
  const found = parts.length ? node("ul", "sok__delar", ...parts.map(drawnPart)) : node("p", "", ...excerpt(hit.excerpt));
  return item([hit.meta.slag, hit.meta.organ, hit.meta.datum], hit.url, hit.meta.title ?? hit.url, found);
}

function drawnPart(part) {
  const heading = `${part.title}. `;
  const text = part.excerpt.startsWith(heading) ? part.excerpt.slice(heading.length) : part.excerpt;
  return node("li", "", link(part.url, part.title), node("p", "", ...excerpt(text)));
}

// A page that stands among the exact hits already is not shown once more.
async function drawnFrom(results, start, count = FIRST) {
  const pages = await Promise.all(results.slice(start, start + count).map((hit) => (hit.exact ? hit : hit.data())));
  const named = new Set(results.filter((hit) => hit.exact).map((hit) => new URL(hit.url, root).pathname));
  const fresh = pages.filter((hit) => hit.exact || !named.has(new URL(hit.url, root).pathname));
  return { items: fresh.map(drawn), read: pages.length };
}

function show({ items, read }) {
  list.append(...items);
  shown += read;
  more.hidden = shown >= hits.length;
}

async function showMore() {
  const mine = turn;
  const next = await drawnFrom(hits, shown);
  if (mine !== turn) return;
  show(next);
  next.items[0]?.querySelector("a").focus();
}

function tell(count, q, partly) {
  const what = q ? ` för ”${q}”` : "";
  if (count === 0 && q.length === 1) return "Skriv minst två tecken.";
  if (count === 0) return `Inga träffar${what}. Pröva ett kortare ord, en annan böjning eller färre begränsningar.`;
  const told = `${count} ${count === 1 ? "sida" : "sidor"} med träff${what}.`;
  return partly ? `Ingen sida har alla orden. ${told}` : told;
}

function clear(text) {
  hits = [];
  shown = 0;
  list.replaceChildren();
  more.hidden = true;
  state.textContent = text;
}

// The pages that answer any of the questions, each once, by its best score. A question with more words than the first
// scores more for each page, which says nothing of the page.
async function answers(pagefind, asked, filters) {
  const found = new Map();
  const length = (question) => question.split(" ").length;
  for (const question of asked) {
    const { results } = await pagefind.search(question || null, { filters });
    const share = Math.min(1, length(asked[0]) / length(question));
    for (const hit of results) {
      const weight = hit.score * share;
      if (!(found.get(hit.id)?.weight >= weight)) found.set(hit.id, Object.assign(hit, { weight }));
    }
  }
  const pages = [...found.values()].sort((a, b) => b.weight - a.weight);
  return asked.length === 1 && pages.length && !(await meant(asked[0], pages[0])) ? [] : pages;
}

// Pagefind answers a word that it does not know with the longest word that it begins with: ”förväxla” with ”för”.
async function meant(question, hit) {
  const { excerpt: text, sub_results: parts } = await hit.data();
  const marked = [text, ...parts.map((part) => part.excerpt)].flatMap((one) => one.match(/<mark>.*?<\/mark>/gs) ?? []);
  return question.includes(" ") || marked.length === 0 || marked.some((one) => alike(question, one.slice(6, -7)));
}

// Exact hits carry the facts that filters ask for; one without such a fact is not what the reader limited to.
const fits = (hit, filters) => Object.entries(filters).every(([name, value]) => hit[name] === value);

async function search() {
  const mine = ++turn;
  const { q, filters } = wanted();
  document.title = q ? `${q} – ${title}` : title;
  if (!q && Object.keys(filters).length === 0) return clear("");
  const pagefind = await load();
  const direct = q ? exact(q, register).filter((hit) => fits(hit, filters)).map((hit) => ({ ...hit, exact: true })) : [];
  const asked = q ? questions(q, register) : [""];
  const empty = q && !asked[0];
  let found = empty ? [] : await answers(pagefind, asked, filters);
  const partly = !empty && found.length + direct.length === 0 && shorter(asked[0]).length > 0;
  if (partly) found = await answers(pagefind, shorter(asked[0]), filters);
  const all = [...direct, ...found];
  const first = await drawnFrom(all, 0, AT_ONCE);
  if (mine !== turn) return;
  clear("");
  hits = all;
  show(first);
  const next = await drawnFrom(all, AT_ONCE, FIRST - AT_ONCE);
  if (mine !== turn) return;
  show(next);
  const also = new Set(direct.map((hit) => hit.url.split("#")[0])).size;
  state.textContent = tell(Math.max(found.length, also), q, partly && found.length > 0);
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
// The choices of the filters come before the answer only where the address names one.
const ready = () => load().then(fillFilters).then(filtersFromAddress);
const limited = FILTERS.some((name) => new URLSearchParams(location.search).has(name));
(limited ? ready().then(run) : run().then(ready)).catch(failed);
