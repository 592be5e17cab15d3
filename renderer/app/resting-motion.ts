/** Someone is typing while the last key is no older than this, in milliseconds. */
const TYPING_MS = 300;

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Lets what moves by itself, such as the dot of a chat that is answered, rest while someone types: a page that makes a frame every
 * 16.7 ms keeps each key waiting for the next one (p50 15 ms instead of 8). Styles look at `data-typing`.
 */
export const restMotion = (): void => {
  const { dataset } = document.documentElement;
  dataset.typing ??= '';
  clearTimeout(timer);
  timer = setTimeout(() => {
    delete dataset.typing;
  }, TYPING_MS);
};
