// What a query leads to: the register names places, the index finds pages. A worker, so that the page stays free while it
// thinks; sok-bud.js is the page's side. Each kind of question answers in parts, as they come.

import { exact, questions, shorter, squash } from "./sok-fraga.js";
import { lost } from "./sok-hamtning.js";
import { AT_ONCE, found, join, marks, read } from "./sok-index.js";
import { known } from "./sok-register.js";

const FIRST = 5; // as many as a screen shows; the next are fetched when somebody comes to them
const root = new URL("..", import.meta.url);

let newest = 0;
let hits = []; // of the newest question: what is named exactly, then pages of the index
let shown = 0;

// Exact hits carry the facts that filters ask for; one without such a fact is not what the reader limited to.
const fits = (hit, filters) => Object.entries(filters).every(([name, value]) => hit[name] === value);

// What the index is asked: nothing where a query has no word, and shorter questions only where nothing else is found.
function questioned(q, register, named) {
  const asked = q ? questions(q, register) : [""];
  if (q && !asked[0]) return { questions: [], fewer: [] };
  return { questions: asked, fewer: named.length ? [] : shorter(asked[0]) };
}

// The next hits. A page that stands among the exact ones already is not shown once more.
async function next(count) {
  const some = hits.slice(shown, shown + count);
  shown += some.length;
  const path = ({ url }) => new URL(url, root).pathname;
  const named = new Set(hits.filter((hit) => hit.exact).map(path));
  const drawn = await Promise.all(some.map((hit) => (hit.exact ? hit : read(hit))));
  return { hits: drawn.filter((hit) => hit.exact || !named.has(path(hit))), more: shown < hits.length };
}

// Names that lie near what was typed, where nothing is named exactly: for one word only where nobody wrote that word.
async function suggestions(q, pages, register) {
  const { near } = await import("./sok-forslag.js");
  const names = near(q, register);
  const written = names.length && pages.length && !q.includes(" ") ? await marks(pages[0]) : [];
  return written.some((one) => squash(one).startsWith(squash(q))) ? [] : names;
}

// What the register names at once, then the first of the index, then the rest and how many they are.
async function* answer({ id, q, filters, folder }) {
  newest = id;
  join(folder).catch(lost);
  const register = await known(q);
  const named = q ? exact(q, register).filter((hit) => fits(hit, filters)).map((hit) => ({ ...hit, exact: true })) : [];
  if (id !== newest) return;
  [hits, shown] = [named, 0];
  if (named.length) yield await next(FIRST);
  await join(folder);
  const { pages, partly } = await found(questioned(q, register, named), filters);
  if (id !== newest) return;
  hits = [...named, ...pages];
  if (named.length === 0) yield await next(AT_ONCE);
  const rest = await next(FIRST - shown);
  const names = named.length ? [] : await suggestions(q, pages, register);
  const places = new Set(named.map(({ url }) => url.split("#")[0])).size;
  yield { ...rest, count: Math.max(pages.length, places), partly: partly && pages.length > 0, names };
}

const asked = {
  answer,
  async *more({ count }) {
    yield await next(count);
  },
  // The index of years before is not fetched until something is about to be asked.
  async *ready({ folder }) {
    await join(folder);
  },
};

self.addEventListener("message", async ({ data }) => {
  try {
    for await (const part of asked[data.kind](data)) postMessage({ id: data.id, part });
    postMessage({ id: data.id });
  } catch (error) {
    lost(error);
  }
});
