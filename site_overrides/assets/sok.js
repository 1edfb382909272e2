// The search page: reads ?q= and the filters, has them answered (sok-svar.js), and writes the hits.
// The answers come from Pagefind (pagefind.js), which is compiled code: a page that names it here may run such.

import { ask, start } from "./sok-bud.js";
import * as filter from "./sok-filter.js";
import { drawn, link } from "./sok-traff.js";

const LONGEST = 200;
const PAUSE = 200;
const SLOW = 1000;
const REST = 5; // hits that come by themselves to who has read the first
const MORE = 10;

const element = (id) => document.getElementById(id);
const form = element("sok-formular");
const field = element("sok-q");
const state = element("sok-lage");
const list = element("sok-traffar");
const waits = element("sok-vantar");
const more = element("sok-fler");
const folder = form.dataset.tidigare ?? "";
const title = document.title;

let turn = 0;
let timer = 0;
let slow = 0;

const wanted = () => ({ q: field.value.trim().slice(0, LONGEST), filters: filter.chosen() });

function address({ q, filters }) {
  const query = new URLSearchParams(q ? { q, ...filters } : filters).toString();
  return query ? `?${query}` : location.pathname;
}

function fromAddress() {
  field.value = (new URLSearchParams(location.search).get("q") ?? "").slice(0, LONGEST);
  filter.fromAddress();
}

function show({ hits }) {
  const items = hits.map(drawn);
  list.append(...items);
  return items;
}

async function showMore(count, then = () => {}) {
  const mine = turn;
  near.disconnect();
  await ask("more", { count }, (part) => {
    if (mine !== turn) return;
    then(show(part));
    more.hidden = !part.more;
  });
}

// The last hit is in sight: whoever has come so far is shown some more without asking, once. Only then is there a button
// to ask for the rest with: one that is there before would be moved from under the hand that is about to press it.
const near = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && showMore(REST).catch(failed));

function tell(many, q, partly) {
  const what = q ? ` för ”${q}”` : "";
  if (many === 0 && q.length === 1) return "Skriv minst två tecken.";
  if (many === 0) return `Inga träffar${what}. Pröva ett kortare ord, en annan böjning eller färre begränsningar.`;
  const told = `${many} ${many === 1 ? "sida" : "sidor"} med träff${what}.`;
  return partly ? `Ingen sida har alla orden. ${told}` : told;
}

function clear(text) {
  list.replaceChildren();
  near.disconnect();
  more.hidden = true;
  state.textContent = text;
}

function suggest(names, filters) {
  const links = names.map((name) => link(address({ q: name, filters }), name));
  const between = links.map((_, at) => (at === 0 ? " Menade du " : at === links.length - 1 ? " eller " : ", "));
  if (links.length) state.append(...links.flatMap((one, at) => [between[at], one]), "?");
}

// Answers are drawn as they come. What was shown before stays until the first of them.
async function search(mine) {
  const { q, filters } = wanted();
  document.title = q ? `${q} – ${title}` : title;
  filter.tell();
  if (!q && Object.keys(filters).length === 0) return clear("");
  let first = true;
  await ask("answer", { q, filters, folder }, (part) => {
    if (mine !== turn) return;
    if (first) clear("");
    first = false;
    show(part);
    if (part.count === undefined) return;
    state.textContent = tell(part.count, q, part.partly);
    suggest(part.names, filters);
    if (part.more) near.observe(list.lastElementChild);
  });
}

function failed(error) {
  console.error(error);
  clear("Sökningen kunde inte laddas. Tryck på Sök för att försöka igen. Listorna i menyn leder till allt som finns i arkivet.");
}

// A search that takes its time says that it is under way.
async function run() {
  const mine = ++turn;
  clearTimeout(slow);
  slow = setTimeout(() => (waits.textContent = "Söker …"), SLOW);
  await search(mine).catch((error) => mine === turn && failed(error));
  if (mine !== turn) return;
  clearTimeout(slow);
  waits.textContent = "";
}

function remember(method) {
  const next = address(wanted());
  if (next !== (location.search || location.pathname)) history[method](null, "", next);
}

field.addEventListener("input", () => {
  ask("ready", { folder }).catch(() => {});
  clearTimeout(timer);
  timer = setTimeout(() => (remember("replaceState"), run()), PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  remember("pushState");
  run();
});
element("sok-rensa").addEventListener("click", () => {
  form.reset();
  remember("pushState");
  field.focus();
  run();
});
more.addEventListener("click", () => showMore(MORE, ([first]) => first?.querySelector("a").focus()).catch(failed));
window.addEventListener("popstate", () => (fromAddress(), run()));

start();
filter.begin(() => (remember("pushState"), run()));
fromAddress();
run();
