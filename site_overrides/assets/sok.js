// The search page: reads ?q= and the filters, looks the query up in the register, asks Pagefind, and writes the hits.

import { LONGEST, alike, exact, questions, shorter, squash } from "./sok-fraga.js";
import { known } from "./sok-register.js";
import { drawn, link } from "./sok-traff.js";

const FIRST = 10;
const AT_ONCE = 2;
const PAUSE = 200;
const EARLIER = "fore_"; // how the hits of the index of years before are named
const FILTERS = ["slag", "organ", "ar", "handling"];
const root = new URL("..", import.meta.url);

const element = (id) => document.getElementById(id);
const form = element("sok-formular");
const field = element("sok-q");
const state = element("sok-lage");
const list = element("sok-traffar");
const more = element("sok-fler");
const filter = element("sok-filter");
const wide = matchMedia("(min-width: 45em)");
const select = (name) => element(`sok-${name}`);

let engine = null;
let hits = [];
let shown = 0;
let turn = 0;
let timer = 0;

// The engine: its own script, its program and the list of pages. Asked for once, again only where that failed.
// Pages of years before may lie in an index of their own (data-tidigare), which is searched together with the other.
function load() {
  engine ??= start().catch((error) => {
    engine = null;
    throw error;
  });
  return engine;
}

async function start() {
  const pagefind = await import(new URL("pagefind/pagefind.js", root).href);
  const options = { baseUrl: root.pathname, excerptLength: 28 };
  await pagefind.options(options);
  await pagefind.init();
  const earlier = form.dataset.tidigare;
  if (earlier) await pagefind.mergeIndex(new URL(`${earlier}/`, root).pathname, options);
  return pagefind;
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
  filter.open ||= tellFilters() > 0;
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
  filter.hidden = FILTERS.every((name) => select(name).options.length < 2);
  filter.open ||= wide.matches;
}

// A closed list of choices says how many are made; one that is made when the page opens is seen.
function tellFilters() {
  const chosen = FILTERS.filter((name) => select(name).value).length;
  element("sok-valda").textContent = chosen ? ` (${chosen} ${chosen === 1 ? "vald" : "valda"})` : "";
  return chosen;
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
    const { results: all } = await pagefind.search(question || null, { filters });
    const results = question ? await sure(question, all) : all;
    const share = Math.min(1, length(asked[0]) / length(question));
    for (const hit of results) {
      const weight = hit.score * share;
      if (!(found.get(hit.id)?.weight >= weight)) found.set(hit.id, Object.assign(hit, { weight }));
    }
  }
  const pages = [...found.values()].sort((a, b) => b.weight - a.weight);
  return asked.length === 1 && pages.length && !(await meant(asked[0], pages[0])) ? [] : pages;
}

// The hits of the index that knows the words, where only one of the two does: see below for what the other would give.
async function sure(question, all) {
  const sides = [true, false].map((side) => all.filter((hit) => hit.id.startsWith(EARLIER) === side));
  if (sides.some((side) => side.length === 0)) return all;
  const told = await Promise.all(sides.map(([best]) => says(best, question)));
  return told[0] === told[1] ? all : sides[told.indexOf(true)];
}

// Whether a hit has something like each word of the question, where it was found or in its facts. A number is whole.
async function says(hit, question) {
  const { content, locations, meta } = await hit.data();
  const written = content.split(/\s+/);
  const found = [...locations.map((at) => written[at] ?? ""), ...Object.values(meta)];
  const like = (word, one) => (/\d/.test(word) ? squash(one).includes(squash(word)) : alike(word, one));
  return question.split(" ").every((word) => found.some((one) => like(word, one)));
}

// Pagefind answers a word that it does not know with the longest word that it begins with: ”förväxla” with ”för”.
async function meant(question, hit) {
  const marked = await marks(hit);
  return question.includes(" ") || marked.length === 0 || marked.some((one) => alike(question, one));
}

async function marks(hit) {
  const { excerpt: text, sub_results: parts } = await hit.data();
  const marked = [text, ...parts.map((part) => part.excerpt)].flatMap((one) => one.match(/<mark>.*?<\/mark>/gs) ?? []);
  return marked.map((one) => one.slice(6, -7));
}

// Names that lie near what was typed, where nothing is named exactly: for one word only where nobody wrote that word.
async function suggestions(q, found, register) {
  const { near } = await import("./sok-forslag.js");
  const names = near(q, register);
  const written = names.length && found.length && !q.includes(" ") ? await marks(found[0]) : [];
  return written.some((one) => squash(one).startsWith(squash(q))) ? [] : names;
}

function suggest(names, filters) {
  const links = names.map((name) => link(address({ q: name, filters }), name));
  const between = links.map((_, at) => (at === 0 ? " Menade du " : at === links.length - 1 ? " eller " : ", "));
  if (links.length) state.append(...links.flatMap((one, at) => [between[at], one]), "?");
}

// Exact hits carry the facts that filters ask for; one without such a fact is not what the reader limited to.
const fits = (hit, filters) => Object.entries(filters).every(([name, value]) => hit[name] === value);

// Answers are drawn as they come: what the register names at once, then the first of the index, then the rest.
async function search() {
  const mine = ++turn;
  const { q, filters } = wanted();
  document.title = q ? `${q} – ${title}` : title;
  tellFilters();
  if (!q && Object.keys(filters).length === 0) return clear("");
  const coming = load();
  coming.catch(() => {});
  const register = await known(q);
  const direct = q ? exact(q, register).filter((hit) => fits(hit, filters)).map((hit) => ({ ...hit, exact: true })) : [];
  const first = await drawnFrom(direct, 0);
  if (mine !== turn) return;
  if (direct.length) {
    clear("");
    show(first);
  }
  const { found, partly } = await fromIndex(await coming, q, filters, register, direct);
  const begun = direct.length ? null : await drawnFrom(found, 0, AT_ONCE);
  if (mine !== turn) return;
  if (begun) {
    clear("");
    show(begun);
  }
  hits = [...direct, ...found];
  const next = await drawnFrom(hits, shown, FIRST - shown);
  const names = direct.length ? [] : await suggestions(q, found, register);
  if (mine !== turn) return;
  show(next);
  const also = new Set(direct.map((hit) => hit.url.split("#")[0])).size;
  state.textContent = tell(Math.max(found.length, also), q, partly && found.length > 0);
  suggest(names, filters);
}

// The pages of the index for a query, and whether they hold only some of its words.
async function fromIndex(pagefind, q, filters, register, direct) {
  const asked = q ? questions(q, register) : [""];
  const empty = q && !asked[0];
  const found = empty ? [] : await answers(pagefind, asked, filters);
  const partly = !empty && found.length + direct.length === 0 && shorter(asked[0]).length > 0;
  return { found: partly ? await answers(pagefind, shorter(asked[0]), filters) : found, partly };
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
