// The days of an anslag pass while a page is open, or while a site waits for its next build. This says so.
// Every [data-anslag] carries ISO days: data-byggd (the page's own), data-upp, data-sista, data-ned.
// Days are compared in Sweden's time. A clock that is behind the page is not believed.

const stockholm = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Stockholm", year: "numeric", month: "2-digit", day: "2-digit",
});
const words = new Intl.DateTimeFormat("sv-SE", { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });

const today = () => stockholm.format(new Date());
const written = (iso) => words.format(new Date(`${iso}T00:00:00Z`));
const passed = (iso, byggd, day) => Boolean(iso) && byggd < iso && iso <= day;

/** What has happened to one anslag since the page was built; empty where nothing has. */
function news({ byggd, upp, sista, ned }, day) {
  if (passed(ned, byggd, day)) return `Anslaget skulle tas ned ${written(ned)}, och den dagen har kommit.`;
  if (sista && byggd <= sista && sista < day) return `Den uträknade sista dagen, ${written(sista)}, har passerat.`;
  if (passed(upp, byggd, day)) return `Anslaget skulle sättas upp ${written(upp)}, och den dagen har kommit.`;
  return "";
}

/** The note of an element, made the first time there is something to say. */
function note(element, name, role) {
  const found = element.querySelector(`:scope > .${name}`);
  if (found) return found;
  const made = document.createElement("p");
  made.className = name;
  if (role) made.setAttribute("role", role);
  element.prepend(made);
  return made;
}

function say(element, name, text, role) {
  const there = element.querySelector(`:scope > .${name}`);
  if (!text) return there?.remove();
  const place = note(element, name, role);
  if (place.textContent !== text) place.textContent = text;
}

function look() {
  const day = today();
  for (const one of document.querySelectorAll("[data-anslag]")) {
    say(one, "anslag__besked", news(one.dataset, day));
    one.classList.toggle("anslag--nere", passed(one.dataset.ned, one.dataset.byggd, day));
  }
  for (const board of document.querySelectorAll("[data-anslagstavla]")) {
    const gone = board.querySelectorAll(".anslag--nere").length;
    const built = board.dataset.anslagstavla;
    const text = `Sidan visar läget ${written(built)}. Sedan dess skulle ${gone} av anslagen ha tagits ned.`;
    say(board, "anslagstavla__besked", gone ? text : "", "status");
  }
}

// Nothing stays folded on paper. The style sheet says the same to browsers that can unfold by it.
const folded = () => document.querySelectorAll(".anslag-fler:not([open])");
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...folded()];
  for (const one of opened) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of opened) one.open = false;
});

look();
document.addEventListener("visibilitychange", look);
setInterval(look, 60_000);
