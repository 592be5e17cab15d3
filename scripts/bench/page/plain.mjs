/** @typedef {import('./open.mjs').Page} Page */

/**
 * Appends tokens to the <pre> of the empty window, at a pace, once a frame: the least that could show a reply.
 * @param {Page} page of the empty app
 * @param {import('@playwright/test').JSHandle<import('./probe.mjs').Probe>} probe
 * @param {{ readonly tokens: readonly string[], readonly perSecond: number }} reply
 * @returns {Promise<number>} resolves when the last of them is painted
 */
export const appendPlain = (page, probe, reply) =>
  page.evaluate(
    ({ probe, tokens, perSecond }) =>
      new Promise((resolve) => {
        const pre = document.querySelector('pre');
        const scroller = document.querySelector('div');
        const node = document.createTextNode('');
        pre?.replaceChildren(node);
        const begun = performance.now();
        let shown = 0;
        const step = () => {
          const due = Math.floor(((performance.now() - begun) * perSecond) / 1000);
          node.appendData(tokens.slice(shown, due).join(''));
          if (scroller) scroller.scrollTop = scroller.scrollHeight;
          shown = due;
          if (shown < tokens.length) requestAnimationFrame(step);
          else probe.afterFrame(resolve);
        };
        requestAnimationFrame(step);
      }),
    { probe, ...reply },
  );
