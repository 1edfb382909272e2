// Added to every page by the preview server, and by it alone: reloads the page after a build.
const where = new URL("lage", document.currentScript.src);
const note = document.createElement("div");
note.setAttribute("role", "status");
note.style.cssText =
  "position:fixed;inset:auto 1rem 1rem auto;z-index:99;padding:.6rem 1rem;" +
  "font:16px system-ui;background:#8a1c1c;color:#fff;border-radius:4px";
note.textContent = "Senaste bygget misslyckades: se terminalen. Sidan visar det förra.";

let first = null;
async function look() {
  try {
    const state = await (await fetch(where, { cache: "no-store" })).json();
    first ??= state.version;
    if (state.version !== first) location.reload();
    if (state.failed) document.body.append(note);
    else note.remove();
  } catch {
    // The server is away for a moment; keep asking.
  }
  setTimeout(look, 400);
}
look();
