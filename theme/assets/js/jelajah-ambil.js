// Fetching JSON that lies beside the page, each file once.

const asked = new Map();

export async function getJson(path, cache = 'default') {
  const response = await fetch(new URL(path, document.baseURI), { cache });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** Fetch once; a failed attempt is forgotten, so that the next one tries again. */
export function getOnce(path, make = () => getJson(path)) {
  if (!asked.has(path)) {
    const promise = make();
    promise.catch(() => asked.delete(path));
    asked.set(path, promise);
  }
  return asked.get(path);
}

/** Ask anew the next time. */
export function forget(path) {
  asked.delete(path);
}
