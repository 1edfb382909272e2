// How the worker fetches: whole files, some of them before they are asked for. A file that does not come ends the worker:
// Pagefind would take it for an empty one, or wait for it for ever, and nobody be told.

const get = self.fetch.bind(self);
const OFTEN = 5;
const coming = new Map();

export const lost = (error) => postMessage({ lost: String(error) });

async function whole(address, how) {
  try {
    const answer = await get(address, how);
    if (!answer.ok) throw new Error(`${answer.status}: ${address}`);
    return new Response(await answer.arrayBuffer());
  } catch (error) {
    lost(error);
    throw error;
  }
}

// A file that is going to be asked for. What is remembered from an earlier visit is not used unless it is the same.
export function ahead(address) {
  const file = whole(address, { cache: "no-cache" });
  file.catch(() => {});
  coming.set(address, file);
  return file;
}

self.fetch = (address) => {
  const [path] = String(address).split("?");
  const file = coming.get(path) ?? whole(address);
  coming.delete(path);
  return file;
};

// Pagefind looks twenty times a second whether its program has come. Nothing else here waits by the clock.
const later = self.setTimeout.bind(self);
self.setTimeout = (act, time) => later(act, Math.min(time, OFTEN));
