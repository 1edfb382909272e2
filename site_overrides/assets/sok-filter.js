// What a search is limited to: four lists of choices, as they stand in the page, and the address that remembers them.

const NAMES = ["slag", "organ", "ar", "handling"];
const element = (id) => document.getElementById(id);
const select = (name) => element(`sok-${name}`);
const box = element("sok-filter");

export const chosen = () => Object.fromEntries(NAMES.map((name) => [name, select(name).value]).filter(([, value]) => value));

// A closed list of choices says how many are made.
export function tell() {
  const many = Object.keys(chosen()).length;
  element("sok-valda").textContent = many ? ` (${many} ${many === 1 ? "vald" : "valda"})` : "";
}

// The choices that the address names; such as are made when a page opens are seen.
export function fromAddress() {
  const query = new URLSearchParams(location.search);
  for (const name of NAMES) {
    select(name).value = query.get(name) ?? "";
    if (select(name).selectedIndex < 0) select(name).value = "";
  }
  tell();
  box.open ||= Object.keys(chosen()).length > 0;
}

// Without script they could do nothing, and are not shown.
export function begin(changed) {
  for (const name of NAMES) select(name).addEventListener("change", changed);
  box.hidden = NAMES.every((name) => select(name).options.length < 2);
  box.open = matchMedia("(min-width: 45em)").matches;
}
