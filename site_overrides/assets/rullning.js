// A table that is wider than its place scrolls sideways: then it can be reached, and scrolled, by keyboard too.
function mark() {
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (box.scrollWidth > box.clientWidth) {
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", "Tabell som kan rullas i sidled");
    } else {
      for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
    }
  }
}

addEventListener("load", mark); // the theme's own script has put the tables in their boxes by then
addEventListener("resize", mark);
