// Added to every page by the preview server, and by it alone: reloads the page when there is something new to see.
const where = new URL("lage", document.currentScript.src);
const note = document.createElement("div");
note.setAttribute("role", "status");
note.style.cssText =
  "position:fixed;inset:auto 1rem 1rem auto;z-index:99;padding:.6rem 1rem;" +
  "font:16px system-ui;background:#8a1c1c;color:#fff;border-radius:4px";
note.textContent = "Senaste bygget misslyckades: se terminalen. Här står det senaste som gick att visa.";

const { version } = document.currentScript.dataset;
let waiting = null;
// The server answers when the state is another than the one that is known here.
async function follow() {
  const mine = (waiting = new AbortController());
  let known = "";
  while (waiting === mine) {
    try {
      const answer = await fetch(`${where}?kant=${known}`, { cache: "no-store", signal: mine.signal });
      known = await answer.text();
      const [number, failed] = known.split("-");
      if (number !== version) location.reload();
      if (failed) document.body.append(note);
      else note.remove();
    } catch {
      // The server is away for a moment, or nobody looks; ask again.
      await new Promise((done) => setTimeout(done, 200));
    }
  }
}
// A browser has few connections to one server, so a page that nobody looks at gives up its own.
document.addEventListener("visibilitychange", () => {
  waiting?.abort();
  waiting = null;
  if (!document.hidden) follow();
});
follow();
