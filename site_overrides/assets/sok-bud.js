// The page's way to the answers: messages to a worker (sok-svar.js), which fetches the engine of the search when it is
// started. One that has failed is put away and another made for the next question, so that it can be asked again.

let worker = null;
let number = 0;
const waiting = new Map();

function failed(why) {
  worker.terminate();
  worker = null;
  for (const { reject } of waiting.values()) reject(new Error(why));
  waiting.clear();
}

function heard({ id, part, lost }) {
  if (lost) return failed(lost);
  if (part) return waiting.get(id).draw(part);
  waiting.get(id).resolve();
  waiting.delete(id);
}

export function start() {
  if (worker) return;
  const made = new Worker(new URL("sok-svar.js", import.meta.url), { type: "module" });
  made.addEventListener("error", (event) => made === worker && failed(event.message ?? "sok-svar.js"));
  made.addEventListener("message", ({ data }) => made === worker && heard(data));
  worker = made;
}

// Ask something: `draw` gets each part of the answer as it comes.
export function ask(kind, told = {}, draw = () => {}) {
  start();
  number += 1;
  worker.postMessage({ ...told, kind, id: number });
  return new Promise((resolve, reject) => waiting.set(number, { resolve, reject, draw }));
}
