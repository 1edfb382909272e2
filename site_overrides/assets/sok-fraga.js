// What a reader means by a query: places that it names exactly, and questions to put to the index.
// Pure functions over the query and what is known: the register with those of its parts that the query needs
// (sok-register.js). Nothing here touches the page.

export const LONGEST = 200;
export const MOST = 10;
const MONTHS = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];
const MONTH = MONTHS.map((name) => (name.length > 4 ? `${name}|${name.slice(0, 3)}\\.?` : name)).join("|");

// Small letters without marks, signs as spaces: ”Åsa-Lena” and ”asa lena” are one.
export const fold = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

export const squash = (text) => fold(text).replaceAll(" ", "");
export const words = (text) => fold(text).split(" ").filter(Boolean);
const two = (number) => String(number).padStart(2, "0");

// Takes out what a pattern finds; the rest, and the match.
function taken(text, pattern) {
  const found = pattern.exec(text);
  return found ? [`${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`, found] : [text, null];
}

const PARAGRAPH = /(?:§+|(?<!\p{L})(?:paragraf(?:en|er|erna)?|par\.?)(?!\p{L}))\s*(\d{1,4})(?!\d)|(?<!\d)(\d{1,4})\s*§(?!\s*\d)/iu;
const DAYS = [
  [/(?<!\d)((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?!\d)/u, (m) => [m[1], m[2], m[3]]],
  [/(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/u, (m) => [m[1], m[2], m[3]]],
  [/(?<!\d)(\d{1,2})\/(\d{1,2})[ -]((?:19|20)\d\d)(?!\d)/u, (m) => [m[3], m[2], m[1]]],
  [new RegExp(`(?<!\\d)(?:den\\s+)?(\\d{1,2})(?::?e)?\\s+(${MONTH})\\s+((?:19|20)\\d\\d)(?!\\d)`, "iu"), (m) => [m[3], named(m[2]), m[1]]],
  [new RegExp(`(?<!\\p{L})(${MONTH})\\s+((?:19|20)\\d\\d)(?!\\d)`, "iu"), (m) => [m[2], named(m[1])]],
  [/(?<![\d-])((?:19|20)\d\d)-(0[1-9]|1[0-2])(?![\d-])/u, (m) => [m[1], m[2]]],
  [/(?<![\d:/-])((?:19|20)\d\d)(?![\d:/-])/u, (m) => [m[1]]],
];
const named = (month) => MONTHS.findIndex((name) => name.startsWith(month.toLowerCase().slice(0, 3))) + 1;

// The beginning of the ISO day that a text names: ”2024”, ”2024-10” or ”2024-10-11”; and the text without it.
export function dayIn(text) {
  for (const [pattern, parts] of DAYS) {
    const [rest, found] = taken(text, pattern);
    if (found) return [rest, parts(found).map((part, place) => (place ? two(Number(part)) : part)).join("-")];
  }
  return [text, ""];
}

export function paragraphIn(text) {
  const [rest, found] = taken(text, PARAGRAPH);
  return [rest, found ? Number(found[1] ?? found[2]) : 0];
}

// The organ whose name stands in the text, the longest name first; and the words beside it.
export function organIn(text, register) {
  const told = ` ${fold(text)} `;
  let best = null;
  for (const organ of register.organ) {
    for (const form of organ.former) {
      if (form && told.includes(` ${form} `) && (!best || form.length > best.form.length)) best = { organ, form };
    }
  }
  return best ? [told.replace(` ${best.form} `, " ").trim(), best.organ, best.form] : [text, null, ""];
}

const inside = (number, intervals) =>
  intervals.split(", ").some((run) => {
    const [first, last] = run.split("-").map(Number);
    return number >= first && number <= (last ?? first);
  });

export const longDay = (iso) => `${Number(iso.slice(8, 10))} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;

function meetings(known, { organ, day, paragraph }) {
  const found = [];
  for (const one of organ ? [organ] : known.organ) {
    for (const [id, paragraphs, last] of known.moten[one.id] ?? []) {
      const held = day.length === 10 && last ? id.slice(0, 10) <= day && day <= last : id.startsWith(day);
      if (held && (!paragraph || (paragraphs && inside(paragraph, paragraphs)))) found.push([id, one]);
    }
  }
  found.sort(([a], [b]) => (a < b ? 1 : a > b ? -1 : 0));
  return found.slice(0, MOST).map(([id, one]) => meetingHit(id, one, paragraph));
}

const meetingHit = (id, organ, paragraph) => ({
  titel: `${organ.namn} ${longDay(id)}${paragraph ? ` § ${paragraph}` : ""}`,
  url: `moten/${organ.id}/${id}/${paragraph ? `#p${paragraph}` : ""}`,
  slag: "Möte",
  organ: organ.namn,
  ar: id.slice(0, 4),
  datum: longDay(id),
});

const organHit = (organ, anchor = "") => ({ titel: organ.namn, url: `organ/${organ.id}/${anchor}`, slag: "Organ", organ: organ.namn });

// What a query names: organ, day, § and the words beside them.
export function namedIn(query, register) {
  const [withoutParagraph, paragraph] = paragraphIn(query);
  const [withoutDay, day] = dayIn(withoutParagraph);
  const [rest, organ] = organIn(withoutDay, register);
  return { paragraph, day, organ, rest: words(rest) };
}

// Whether words say nothing more than those of the lists.
const only = (asked, ...lists) => asked.every((word) => lists.some((list) => list.map(fold).includes(word)));

// Whether meetings are meant: a day or a §, and no other matter.
export const meetingsMeant = ({ paragraph, day, rest }, register) =>
  Boolean(paragraph || day) && only(rest, register.motesord, register.stoppord);

function places(query, known) {
  const told = namedIn(query, known);
  const { paragraph, day, organ, rest } = told;
  const { organord, stoppord, motesord } = known;
  if (organ && !paragraph && !only(rest, motesord, stoppord) && only(rest, organord, stoppord)) {
    return [organHit(organ, organ.ar.length ? "#sammansattning" : "")];
  }
  if (!(paragraph || day || organ) || !only(rest, motesord, stoppord)) return [];
  const meant = paragraph || day ? meetings(known, told) : [];
  if (!organ || paragraph || day.length === 10) return meant;
  return [organHit(organ), ...meant];
}

// A diarienummer as it is looked up: without spaces, and without the words that announce it.
export const numberIn = (query) => squash(query.replace(/(?<!\p{L})(?:diarienummer|dnr|diarienr|ärende)(?!\p{L})[:.]?/giu, " "));

function cases(query, register) {
  const asked = numberIn(query);
  const hits = register.arenden.filter(([, , numbers]) => asked && numbers.some((number) => squash(number) === asked));
  return hits.map(([id, title, numbers]) => ({ titel: `${title} (${numbers.join(", ")})`, url: `arenden/${id}/`, slag: "Ärende" }));
}

// A person of the register with an address and every form of the name.
export const person = ([name, others, id]) => ({ id: id || fold(name).replaceAll(" ", "-"), name, forms: [name, ...others].map(fold) });

// Persons whose name holds every word of the query: the whole name first, then by address.
function persons(query, register) {
  const asked = words(query);
  if (asked.length === 0 || asked.some((word) => word.length < 2)) return [];
  const whole = asked.join(" ");
  const hits = register.personer
    .map(person)
    .filter(({ forms }) => forms.some((form) => asked.every((word) => form.split(" ").includes(word))));
  const rank = ({ forms }) => (forms[0] === whole ? 0 : forms.includes(whole) ? 1 : 2);
  hits.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  return hits.slice(0, MOST).map(({ id, name }) => ({ titel: name, url: `personer/${id}/`, slag: "Person" }));
}

function bodies(query, register) {
  const asked = fold(query);
  const hits = register.huvudman.filter(([, , forms]) => forms.includes(asked));
  return hits.map(([id, name]) => ({ titel: name, url: `huvudman/${id}/`, slag: "Huvudman" }));
}

// The one organ whose name begins with the query.
function begun(query, register) {
  const asked = `${fold(query)} `;
  const hits = register.organ.filter((organ) => organ.former.some((form) => asked.length > 1 && form.startsWith(asked)));
  return hits.length === 1 ? [organHit(hits[0])] : [];
}

// The places that the query names, best first.
export const exact = (query, known) => [cases, places, bodies, begun, persons].flatMap((find) => find(query, known));

// The query as words for the index: base forms, numbers joined, words of no weight left out where others remain.
export function plain(query, register) {
  const quoted = /^\s*[“”"„].+[“”"„]\s*$/u.test(query);
  if (quoted) return `"${query.replace(/[“”"„]/gu, " ").trim()}"`;
  const light = new Set(register.stoppord.map(fold));
  const bases = new Map(Object.entries(register.bojningar).map(([form, base]) => [fold(form), base]));
  const joined = query
    .replace(PARAGRAPH, (_, before, after) => ` ${before ?? after} `)
    .replace(/(?<!\p{L})(\p{Lu}{1,5})[ ./-]?(\d\d)[ -]?(\d{3,})(?!\d)/giu, "$1$2$3");
  const all = joined.split(/[^\p{L}\p{N}\p{M}:/.-]+/u).map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")).filter(Boolean);
  const told = all.filter((word) => fold(word).length > 1 || /^\d$/.test(word));
  const heavy = told.filter((word) => !light.has(fold(word)));
  return (heavy.length ? heavy : told).map((word) => bases.get(fold(word)) ?? word).join(" ");
}

// Questions for the index: the query, and the same with other names for what it names. Only the first is sure.
export function questions(query, register) {
  const asked = plain(query, register);
  if (asked.startsWith('"')) return [asked];
  const found = [asked];
  const [rest, organ, form] = organIn(asked, register);
  if (organ && form !== fold(organ.namn)) found.push(`${organ.namn} ${rest}`.trim());
  const told = ` ${fold(asked)} `;
  for (const phrases of register.likord) {
    for (const phrase of phrases.filter((one) => told.includes(` ${fold(one)} `))) {
      for (const other of phrases) if (other !== phrase) found.push(plain(told.replace(` ${fold(phrase)} `, ` ${other} `), register));
    }
  }
  return [...new Set(found)].slice(0, 4);
}

// Shorter questions, for when no page holds all words: each without one of its words.
export function shorter(question) {
  const parts = question.split(" ");
  if (question.startsWith('"') || parts.length < 2) return [];
  const kept = parts.slice(0, 6);
  return [...new Set(kept.map((_, out) => kept.filter((_, place) => place !== out).join(" ")))];
}

// Whether a word found can be what the reader typed: it holds the greater part of it, from its beginning.
export function alike(typed, found) {
  const word = squash(typed);
  return squash(found).includes(word.slice(0, Math.max(Math.min(4, word.length), Math.ceil(word.length * 0.6))));
}
