import type { ElectronApplication } from '@playwright/test';

/**
 * Playwright's `evaluate` may break into main between any two calls of a function, where a window is already destroyed but nobody
 * was told yet: Node's inspector interrupts what runs (`MainThreadInterface::Post`). No event of a desktop does that. Here each
 * has a turn of the event loop of its own, as those have.
 *
 * It also keeps the promise of the answer in reach. V8 holds that weakly (`ProtocolPromiseHandler` in injected-script.cc): of a
 * plain value nothing else does, so a garbage collection in what was interrupted ends in "Resulting promise was garbage
 * collected". Reproduced with `--expose-gc` in Electron 33; Node 20 does not do so.
 */
export const evaluateInOwnTurn = (app: ElectronApplication): ElectronApplication => {
  const evaluate = app.evaluate.bind(app);
  return Object.assign(app, {
    evaluate: (pageFunction: unknown, arg?: unknown) =>
      evaluate(
        async (electron, { source, given }) => {
          await new Promise((resolve) => setImmediate(resolve));
          return new Function(`return ${source}`)()(electron, given);
        },
        { source: String(pageFunction), given: arg },
      ),
  });
};
