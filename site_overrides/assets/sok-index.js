// The index, which Pagefind searches. Runs in the worker (sok-svar.js).

import { createInstance } from "../pagefind/pagefind.js";
import { alike, squash } from "./sok-fraga.js";
import { ahead } from "./sok-hamtning.js";

const EARLIER = "fore_"; // how the hits of the index of years before are named
const PARTS = 4;
export const AT_ONCE = 2; // pages that are shown before the others have come
const root = new URL("..", import.meta.url);
const options = { baseUrl: root.pathname, excerptLength: 28 };

// Pagefind fetches its list of pages from the moment that it is made, and then its program; this fetches both at once.
ahead(new URL("pagefind/wasm.sv.pagefind", root).href);
const engine = createInstance({ ...options, noWorker: true });
let joined = null;

// Pages of years before may lie in an index of their own, which is searched together with the other.
export function join(folder) {
  joined ??= folder ? merged(new URL(`${folder}/`, root).href) : Promise.resolve();
  return joined;
}

// Pagefind would wait for its program before it asks for the list of the other index, and what that is called.
async function merged(folder) {
  const entry = ahead(`${folder}pagefind-entry.json`).then((file) => file.clone().json());
  entry.then(({ languages }) => ahead(`${folder}pagefind.${languages.sv.hash}.pf_meta`));
  await engine.mergeIndex(folder, options);
}

// The pages that answer the questions, or else the shorter ones (`fewer`), best first; and whether they do so only partly.
export async function found({ questions, fewer }, filters) {
  const all = questions.length ? await answers(questions, filters) : [];
  const partly = all.length === 0 && fewer.length > 0;
  return { pages: partly ? await answers(fewer, filters) : all, partly };
}

// The pages that answer any of the questions, each once, by its best score. A question with more words than the first
// scores more for each page, which says nothing of the page.
async function answers(asked, filters) {
  const best = new Map();
  const length = (question) => question.split(" ").length;
  for (const question of asked) {
    const { results: all } = await engine.search(question || null, { filters });
    for (const hit of all.slice(0, AT_ONCE)) hit.data().catch(() => {}); // while it is judged which of them are meant
    const results = question ? await sure(question, all) : all;
    const share = Math.min(1, length(asked[0]) / length(question));
    for (const hit of results) {
      const weight = hit.score * share;
      if (!(best.get(hit.id)?.weight >= weight)) best.set(hit.id, Object.assign(hit, { weight }));
    }
  }
  const pages = [...best.values()].sort((a, b) => b.weight - a.weight);
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
  const places = [...locations.map((at) => written[at] ?? ""), ...Object.values(meta)];
  const like = (word, one) => (/\d/.test(word) ? squash(one).includes(squash(word)) : alike(word, one));
  return question.split(" ").every((word) => places.some((one) => like(word, one)));
}

// Pagefind answers a word that it does not know with the longest word that it begins with: ”förväxla” with ”för”.
async function meant(question, hit) {
  const marked = await marks(hit);
  return question.includes(" ") || marked.length === 0 || marked.some((one) => alike(question, one));
}

// The words that are marked in a hit.
export async function marks(hit) {
  const { excerpt: text, sub_results: parts } = await hit.data();
  const marked = [text, ...parts.map((part) => part.excerpt)].flatMap((one) => one.match(/<mark>.*?<\/mark>/gs) ?? []);
  return marked.map((one) => one.slice(6, -7));
}

// What is shown of a hit.
export async function read(hit) {
  const { url, meta, excerpt, sub_results: parts } = await hit.data();
  return { url, meta, excerpt, parts: heaviest(parts.filter((part) => part.url !== url && part.title !== meta.title)) };
}

// The parts of a page with the heaviest matches, in the order in which they stand there.
function heaviest(parts) {
  const weight = (part) => part.weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
  const kept = new Set([...parts].sort((a, b) => weight(b) - weight(a)).slice(0, PARTS));
  return parts.filter((part) => kept.has(part)).map(({ url, title, excerpt }) => ({ url, title, excerpt }));
}
