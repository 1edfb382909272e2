// A hit as readers see it: what it is, where it leads, and the words that match.
// Text from the index is always written as text, never as markup.

const root = new URL("..", import.meta.url);

function node(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

export function link(url, title) {
  const made = node("a", "", title);
  made.href = url;
  return made;
}

// Pagefind's excerpt is escaped text with <mark>; only the marks become elements.
function excerpt(text) {
  const plain = (part) => new DOMParser().parseFromString(`<p>${part}`, "text/html").body.textContent;
  const pieces = text.split(/(<mark>.*?<\/mark>)/s).filter(Boolean);
  return pieces.map((piece) => (piece.startsWith("<mark>") ? node("mark", "", plain(piece)) : plain(piece)));
}

function item(about, url, title, ...rest) {
  const told = about.filter(Boolean).join(" · ");
  return node("li", "", ...(told ? [node("p", "sok__slag", told)] : []), node("h2", "", link(url, title)), ...rest);
}

export function drawn(hit) {
  if (hit.exact) return item([hit.slag, hit.organ === hit.titel ? "" : hit.organ, hit.datum], new URL(hit.url, root).href, hit.titel);
  const { parts } = hit;
  const found = parts.length ? node("ul", "sok__delar", ...parts.map(drawnPart)) : node("p", "", ...excerpt(hit.excerpt));
  return item([hit.meta.slag, hit.meta.organ, hit.meta.datum], hit.url, hit.meta.title ?? hit.url, found);
}

function drawnPart(part) {
  const heading = `${part.title}. `;
  const text = part.excerpt.startsWith(heading) ? part.excerpt.slice(heading.length) : part.excerpt;
  return node("li", "", link(part.url, part.title), node("p", "", ...excerpt(text)));
}
