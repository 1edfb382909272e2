// What a misspelt query may have meant: names of organ, and of persons among those that the register gave for it.

import { fold, person, words } from "./sok-fraga.js";

const MOST = 3;
const SHORTEST_ORGAN = 5;

// How many letters to change, add, take away or let two neighbours change places; `most` + 1 where there are more.
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return Math.min(last[b.length], most + 1);
}

// How many letters may differ: none in three, one in seven, then two.
const allowed = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

// How far the words of a query lie from a name, each from a word of its own; Infinity where one has none near.
function apart(asked, form) {
  const left = form.split(" ");
  let sum = 0;
  for (const word of asked) {
    const steps = left.map((one) => distance(word, one, allowed(word)));
    const nearest = Math.min(...steps);
    if (!(nearest <= allowed(word))) return Infinity;
    left.splice(steps.indexOf(nearest), 1);
    sum += nearest;
  }
  return sum;
}

const nearest = (candidates) => candidates.filter(({ far }) => far > 0 && far < Infinity);

function persons(asked, known) {
  if (asked.length === 0) return [];
  return nearest(known.personer.map(person).map(({ name, forms }) => ({ name, far: Math.min(...forms.map((form) => apart(asked, form))) })));
}

function organs(asked, known) {
  const told = asked.join(" ");
  const most = told.length < SHORTEST_ORGAN ? 0 : Math.max(1, Math.floor(told.length / 6));
  const far = (form) => (distance(told, form, most) > most ? Infinity : distance(told, form, most));
  return nearest(known.organ.map(({ namn, former }) => ({ name: namn, far: Math.min(...former.filter((form) => form.length >= SHORTEST_ORGAN).map(far)) })));
}

// The names that lie nearest to a query, the nearest first.
export function near(query, known) {
  const asked = words(query);
  const found = [...organs(asked, known), ...persons(asked, known)];
  found.sort((a, b) => a.far - b.far || (fold(a.name) < fold(b.name) ? -1 : 1));
  return [...new Set(found.map(({ name }) => name))].slice(0, MOST);
}
