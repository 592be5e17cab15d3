import type { Page } from '@playwright/test';

/** What of React's own tree is looked at; of React 19, which promises none of it. */
interface Fiber {
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly memoizedState: Hook | null;
}

interface Hook {
  readonly next?: Hook | null;
  readonly queue?: { readonly pending?: Update | null } | null;
}

interface Update {
  readonly next: Update;
}

/**
 * The most states that one hook of the page was set to since its component was rendered last: React keeps each of them, and
 * renders nothing where it is the state as it was. -1: React's tree was not found, or no hook in it.
 */
export const mostPendingStates = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const waiting = (last: Update | null | undefined): number => {
      if (last === null || last === undefined) return 0;
      let count = 1;
      for (let update = last.next; update !== last; update = update.next) count += 1;
      return count;
    };
    const container = document.querySelector('#root') ?? document.body;
    const key = Object.keys(container).find((name) => name.startsWith('__reactContainer$'));
    const top: unknown = Reflect.get(container, key ?? '');
    const open: (Fiber | null)[] = [(top as { stateNode: { current: Fiber } }).stateNode.current];
    let most = -1;
    for (let fiber = open.pop(); fiber !== undefined; fiber = open.pop()) {
      if (fiber === null) continue;
      open.push(fiber.sibling, fiber.child);
      for (let hook = fiber.memoizedState; hook?.queue !== undefined; hook = hook.next ?? null)
        most = Math.max(most, waiting(hook.queue?.pending));
    }
    return most;
  });
