import type { ElectronApplication } from '@playwright/test';

/** What is asked. */
type Box = { readonly message: string; readonly detail: string; readonly buttons: readonly string[] };

/** The buttons of the question. */
export const STAY = 0;
/** See `STAY`. */
export const COPY = 1;
/** See `STAY`. */
export const QUIT = 2;

/** Answers the questions from now on by these buttons in turn, and the copies' places by these; what is asked later: STAY. */
export const answerWith = (
  app: ElectronApplication,
  answers: readonly number[],
  places: readonly string[] = [],
): Promise<void> =>
  app.evaluate(
    ({ dialog }, next) => {
      const boxes: Box[] = [];
      let copies = 0;
      Object.assign(globalThis, { boxes });
      dialog.showMessageBox = ((...args: readonly unknown[]) => {
        boxes.push(args.at(-1) as Box);
        return Promise.resolve({ response: next.answers[boxes.length - 1] ?? 0, checkboxChecked: false });
      }) as typeof dialog.showMessageBox;
      dialog.showSaveDialog = () => {
        const filePath = next.places[copies++] ?? '';
        return Promise.resolve({ canceled: filePath === '', filePath });
      };
    },
    { answers, places },
  );

/** All that was asked since `answerWith`. */
export const boxes = (app: ElectronApplication): Promise<readonly Box[]> =>
  app.evaluate(() => (globalThis as unknown as { boxes: readonly Box[] }).boxes);

/** Quits again whenever it is asked from now on: a busy disk may take longer than quitting waits for it before it asks. */
export const insistOnQuitting = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ app: electron, dialog }, response) => {
    dialog.showMessageBox = () => {
      setTimeout(() => electron.quit());
      return Promise.resolve({ response, checkboxChecked: false });
    };
  }, STAY);

/** Quits as the menu does; the test goes on at once. */
export const quit = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ app: electron }) => {
    setTimeout(() => electron.quit());
  });

/** Resolves when the app has ended; ask before it ends. */
export const gone = (app: ElectronApplication): Promise<unknown> =>
  new Promise((resolve) => app.process().once('exit', resolve));
