// The header: light or dark, and a menu that closes as readers expect. Runs before the page is drawn, so nothing flashes.
// What is stored is a reader's own choice of colours that differs from the device's, and nothing else.
const KEY = "protokollarkivet-farglage";
const SCHEMES = { ljust: "default", morkt: "slate" };
const dark = matchMedia("(prefers-color-scheme: dark)");

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage may be switched off: the device decides
  }
}

function remember(mode) {
  try {
    if (mode === (dark.matches ? "morkt" : "ljust")) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, mode);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

function current() {
  const chosen = stored();
  return chosen in SCHEMES ? chosen : dark.matches ? "morkt" : "ljust";
}

const toggle = document.querySelector("[data-farglage]");

function show(mode) {
  document.body.dataset.mdColorScheme = SCHEMES[mode];
  document.documentElement.style.colorScheme = mode === "morkt" ? "dark" : "light";
  toggle.setAttribute("aria-pressed", String(mode === "morkt"));
}

show(current());
toggle.hidden = false;
toggle.addEventListener("click", () => {
  const mode = toggle.getAttribute("aria-pressed") === "true" ? "ljust" : "morkt";
  remember(mode);
  show(mode);
});
dark.addEventListener("change", () => show(current()));

// The menu is a <details>: it opens and closes without this. Esc, a chosen link and a click beside it close it too.
const menu = document.querySelector("[data-meny]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu.open) return;
  const inside = menu.contains(document.activeElement);
  menu.open = false;
  if (inside) menu.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  if (!menu.contains(event.target) || event.target.closest("a")) menu.open = false;
});
menu.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
});
