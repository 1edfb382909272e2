// The register of what can be found exactly (sok/register.json) and those of its parts that a query needs.
// The parts are named after the beginning of their first word, or after the year whose meetings they hold.

import { MOST, exact, fold, meetingsMeant, namedIn, numberIn, words } from "./sok-fraga.js";

const NAMES = 5;
const WORDS = 3;
const root = new URL("..", import.meta.url);
const fetched = new Map();

async function fetchPart(name) {
  const answer = await fetch(new URL(`sok/${name}.json`, root));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

function part(name) {
  if (!fetched.has(name)) {
    const coming = fetchPart(name);
    coming.catch(() => fetched.delete(name));
    fetched.set(name, coming);
  }
  return fetched.get(name);
}

// The part where a word would stand: the last one that does not come after it.
const at = (kind, word, starts) =>
  starts.filter((start) => start <= word.replace(/[^0-9a-z]/g, "_")).slice(-1).map((start) => `${kind}-${start}`);

// Names hold no figures and none of the words of administration, and nobody types more than a few of them.
function nameParts(query, told, register) {
  const asked = words(query);
  const common = new Set([...Object.entries(register.bojningar).flat(), ...register.motesord, ...register.organord].map(fold));
  const odd = (word) => word.length < 2 || /\d/.test(word) || common.has(word);
  if (told.organ || told.paragraph || told.day || asked.length > NAMES || asked.some(odd)) return [];
  const longest = [...asked].sort((a, b) => b.length - a.length).slice(0, WORDS);
  return longest.flatMap((word) => at("namn", word, register.namn));
}

// The parts that a query needs: persons, cases, and the years of meetings with the newest first.
export function needed(query, register) {
  const told = namedIn(query, register);
  const number = told.paragraph || told.day.length > 4 ? "" : numberIn(query);
  const years = (told.organ ? [told.organ] : register.organ).flatMap(({ ar }) => ar).filter((year) => String(year).startsWith(told.day.slice(0, 4)));
  return {
    namn: [...new Set(nameParts(query, told, register))],
    dnr: /\d/.test(number) ? at("dnr", number, register.dnr) : [],
    ar: meetingsMeant(told, register) ? [...new Set(years)].sort((a, b) => b - a) : [],
  };
}

// Rows of several parts, each once.
async function rows(names) {
  const all = (await Promise.all(names.map(part))).flat();
  return [...new Map(all.map((row) => [JSON.stringify(row), row])).values()];
}

function addMeetings(moten, held) {
  for (const [organ, more] of Object.entries(held)) {
    moten[organ] ??= [];
    moten[organ].push(...more.filter(([id]) => !moten[organ].some(([other]) => other === id)));
  }
}

// What the register knows of a query. Years are asked for, twice as many each time, until there are meetings enough.
export async function known(query) {
  const register = await part("register");
  const { namn, dnr, ar } = needed(query, register);
  const [personer, arenden] = await Promise.all([rows(namn), rows(dnr)]);
  const found = { ...register, personer, arenden, moten: {} };
  for (let from = 0, many = 2; from < ar.length && exact(query, found).length < MOST; from += many, many *= 2) {
    const years = await Promise.all(ar.slice(from, from + many).map((year) => part(`ar-${year}`)));
    for (const held of years) addMeetings(found.moten, held);
  }
  return found;
}
