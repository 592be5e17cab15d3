/** @typedef {import('./open.mjs').Page} Page */

/**
 * What the bench asks of a page. Times are the page's own `performance.now()`, in milliseconds.
 * @typedef {object} Probe
 * @property {(job: (at: number) => void) => void} afterFrame runs a job when the frame that is being made was painted
 * @property {(isThere: () => boolean) => Promise<number>} when when the first frame was painted in which this held
 * @property {(text: string) => Promise<number>} shown when text at the end of the transcript was painted
 * @property {(text: string) => Promise<number>} begun when text in the last message was painted
 * @property {(text: string) => Promise<number>} inView when a message with this text was painted within the window
 */

/**
 * What it notes while something else goes on.
 * @typedef {object} Meters
 * @property {() => void} startFrames
 * @property {() => { gaps: number[], longestTask: number }} stopFrames gaps between frames
 * @property {() => void} startKeys
 * @property {() => number[]} stopKeys from each key press to the paint that followed it
 */

/** Lives in the page, so it must use nothing from here. @returns {Probe} */
function makeProbe() {
  /** @type {Probe['afterFrame']} */
  const afterFrame = (job) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => job(performance.now());
      port2.postMessage(null);
    });

  /** @type {Probe['when']} */
  const when = (isThere) =>
    new Promise((resolve) => {
      const look = () => (isThere() ? afterFrame(resolve) : requestAnimationFrame(look));
      look();
    });

  /** Whether one of the last texts of the transcript holds this one. @param {string} text */
  const endHolds = (text) => {
    const root = document.querySelector('[role=log]');
    if (root === null) return false;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.lastChild() !== null);
    for (let left = 80; left > 0 && walker.currentNode !== root; left -= 1) {
      if (walker.currentNode.nodeValue?.includes(text)) return true;
      if (walker.previousNode() === null) return false;
    }
    return false;
  };

  const isInView = (/** @type {string} */ text) =>
    [...document.querySelectorAll('[role=log] article')].some((article) => {
      const { top, bottom } = article.getBoundingClientRect();
      return bottom > 0 && top < innerHeight && article.textContent?.includes(text);
    });

  return {
    afterFrame,
    when,
    begun: (text) =>
      when(
        () =>
          [...document.querySelectorAll('[role=log] article')].at(-1)?.textContent?.includes(text) === true,
      ),
    shown: (text) => when(() => endHolds(text)),
    inView: (text) => when(() => isInView(text)),
  };
}

/** Lives in the page too. @param {Probe} probe @returns {Meters} */
function makeMeters({ afterFrame }) {
  /** @type {number[]} */
  let frames = [];
  let framesRun = false;
  let longestTask = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  });
  /** @type {number[]} */
  let keys = [];
  const onFrame = (/** @type {number} */ at) => {
    frames.push(at);
    if (framesRun) requestAnimationFrame(onFrame);
  };
  const onKey = (/** @type {KeyboardEvent} */ { timeStamp }) => afterFrame((at) => keys.push(at - timeStamp));
  return {
    startFrames: () => {
      frames = [];
      longestTask = 0;
      framesRun = true;
      observer.observe({ entryTypes: ['longtask'] });
      requestAnimationFrame(onFrame);
    },
    stopFrames: () => {
      framesRun = false;
      observer.disconnect();
      return { gaps: frames.slice(1).map((at, index) => at - (frames[index] ?? at)), longestTask };
    },
    startKeys: () => {
      keys = [];
      document.addEventListener('keydown', onKey, true);
    },
    stopKeys: () => {
      document.removeEventListener('keydown', onKey, true);
      return keys;
    },
  };
}

/** Puts a probe into a page. @param {Page} page @returns a handle that is passed to what is evaluated there */
export const installProbe = (page) => page.evaluateHandle(makeProbe);

/** The same for meters. @param {Page} page */
export const installMeters = async (page) => page.evaluateHandle(makeMeters, await installProbe(page));
