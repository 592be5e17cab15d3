/** Servers that one request may lead through. */
const MOST_MOVES = 5;

const isWebAddress = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

const movedTo = ({ status, headers }: Response): string | null =>
  status >= 300 && status <= 399 ? headers.get('location') : null;

/**
 * A fetch that goes from server to server by a request of its own for each, so that each is in the list of those that were
 * contacted: Chromium follows unseen. For reading without secrets; what may not be moved says so by `redirect`.
 * Rejects where it is led in a circle, or elsewhere than to a web server.
 */
export const following =
  (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  async (input, init = {}) => {
    if ((init.redirect ?? 'follow') !== 'follow') return fetch(input, init);
    let url = input instanceof Request ? input.url : String(input);
    for (let move = 0; move <= MOST_MOVES; move += 1) {
      const response = await fetch(url, { ...init, redirect: 'manual' });
      const location = movedTo(response);
      if (location === null) return response;
      await response.body?.cancel();
      url = URL.canParse(location, url) ? new URL(location, url).href : '';
      if (!isWebAddress(url)) throw new Error('moved to what is no web server');
    }
    throw new Error('moved too often');
  };
