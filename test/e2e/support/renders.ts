import type { Page } from '@playwright/test';

/** What of the page React rendered, each component once a time, by where it stands. */
export type Renders = Readonly<Partial<Record<Area, number>>>;

type Area =
  | 'streaming message'
  | 'other message'
  | 'list of messages'
  | 'sidebar'
  | 'composer'
  | 'what is read out'
  | 'page';

/** As much of React's tree as its developer tools rely on. */
interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly return: Fiber | null;
  readonly alternate: Fiber | null;
  readonly stateNode: unknown;
}

declare global {
  interface Window {
    takeRenders?: () => Renders;
  }
}

/** Lives in the page, and stands where React looks for its developer tools: they count renders in the same way. */
const follow = (): void => {
  // Function, class, forwarded and remembered components (React's ReactWorkTags), and the flag of those that did render.
  const COMPONENTS = new Set([0, 1, 11, 14, 15]);
  const RENDERED = 1;
  let counts: Partial<Record<Area, number>> = {};
  const elementOf = (fiber: Fiber): Element | null => {
    for (let at: Fiber | null = fiber; at !== null; at = at.child)
      if (at.stateNode instanceof Element) return at.stateNode;
    for (let at: Fiber | null = fiber; at !== null; at = at.return)
      if (at.stateNode instanceof Element) return at.stateNode;
    return null;
  };
  const areaOf = (element: Element | null): Area => {
    const article = element?.closest<HTMLElement>('article');
    if (article) return article.dataset.status === 'streaming' ? 'streaming message' : 'other message';
    if (element?.closest('[role=log]')) return 'list of messages';
    if (element?.closest('nav')) return 'sidebar';
    if (element?.closest('form')) return 'composer';
    return element?.matches('main > [role=status]') ? 'what is read out' : 'page';
  };
  const visit = (fiber: Fiber, before: Fiber | null): void => {
    if (COMPONENTS.has(fiber.tag) && (before === null || (fiber.flags & RENDERED) !== 0)) {
      const area = areaOf(elementOf(fiber));
      counts[area] = (counts[area] ?? 0) + 1;
    }
    // The same children: nothing below was looked at.
    if (before !== null && fiber.child === before.child) return;
    for (let child = fiber.child; child !== null; child = child.sibling) visit(child, child.alternate);
  };
  const hook = {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: (_id: number, { current }: { readonly current: Fiber }) =>
      visit(current, current.alternate),
    onCommitFiberUnmount: () => undefined,
    onPostCommitFiberRoot: () => undefined,
  };
  Object.assign(window, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: hook,
    takeRenders: () => {
      const taken = counts;
      counts = {};
      return taken;
    },
  });
};

/** Counts from now on; the page is loaded anew for it. */
export const countRenders = async (page: Page): Promise<void> => {
  await page.addInitScript(follow);
  await page.reload();
};

/** What was rendered since the last time it was asked. */
export const takeRenders = (page: Page): Promise<Renders> =>
  page.evaluate(() => window.takeRenders?.() ?? {});
