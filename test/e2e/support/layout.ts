import type { Page } from '@playwright/test';
import { commandNames } from '../../../preload/contract/command-names';

/**
 * Controls, labels and headings whose words are cut off, that stick out of the window or of what holds them, or that lie over
 * each other. What people wrote (`dir="auto"`) may be shortened: its end is in a tip.
 */
export const clipped = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const shown = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('[aria-hidden="true"], [inert], .hidden-visually, [dir="auto"]') === null;
    const nameOf = (element: Element) =>
      `${element.localName} "${(element.ariaLabel ?? element.textContent ?? '').trim().slice(0, 60)}"`;
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        'button, a, label, h1, h2, h3, th, td, summary, p, li > span, [role="combobox"], [role="menuitem"], [role="option"], [role="tab"]',
      ),
    ].filter(shown);
    const isCut = (element: HTMLElement) =>
      element.clientWidth > 0 &&
      getComputedStyle(element).overflowX !== 'auto' &&
      element.scrollWidth > element.clientWidth + 1;
    const sticksOut = (element: HTMLElement) => {
      const { left, right } = element.getBoundingClientRect();
      let holder: HTMLElement | null = element.parentElement;
      while (holder !== null && !/auto|scroll|hidden|clip/.test(getComputedStyle(holder).overflowX))
        holder = holder.parentElement;
      const frame = (holder ?? document.documentElement).getBoundingClientRect();
      const scrolls = holder !== null && /auto|scroll/.test(getComputedStyle(holder).overflowX);
      const canBeScrolledTo = scrolls && holder !== null && holder.scrollWidth > holder.clientWidth + 1;
      const isTable = holder?.querySelector('table') != null;
      if (canBeScrolledTo && isTable) return false;
      return left < Math.max(0, frame.left) - 1 || right > Math.min(innerWidth, frame.right) + 1;
    };
    const controls = all.filter((element) => element.matches('button, [role="combobox"]'));
    const overlapping = controls.flatMap((one, at) =>
      controls
        .slice(at + 1)
        .filter((other) => other.parentElement === one.parentElement)
        .filter((other) => {
          const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          return across > 2 && down > 2;
        })
        .map((other) => `${nameOf(one)} lies over ${nameOf(other)}`),
    );
    return [
      ...all.filter(isCut).map((element) => `${nameOf(element)} is cut`),
      ...all.filter(sticksOut).map((element) => `${nameOf(element)} sticks out`),
      ...overlapping,
    ];
  });

/**
 * Visible words, names, placeholders and tips that are not of the pseudo-locale: text that stands in a component, where no
 * language but one has it.
 * @param allowed what is typed, stored or named by others; names of commands have a list of their own.
 */
export const notPseudo = (page: Page, allowed: readonly string[]): Promise<readonly string[]> =>
  page.evaluate(
    (known) => {
      const isOwn = (text: string) => /[⟦⟧]/.test(text);
      const isWord = (text: string) => /\p{L}{2,}/u.test(text);
      const isKnown = (text: string) =>
        known.some((one) => text.replace(/^.*: /, '').startsWith(one) || one === text);
      const odd = (text: string) => isWord(text) && !isOwn(text) && !isKnown(text);
      const found: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = (node.textContent ?? '').trim();
        const element = node.parentElement;
        if (element === null || element.closest('kbd, code, pre, script, style, time') !== null) continue;
        if (element.checkVisibility() && odd(text)) found.push(text);
      }
      for (const element of document.querySelectorAll<HTMLElement>('*'))
        for (const name of ['aria-label', 'placeholder', 'title', 'data-tip', 'aria-description']) {
          const text = element.getAttribute(name) ?? '';
          if (element.checkVisibility() && odd(text)) found.push(`${name}="${text}"`);
        }
      return [...new Set(found)];
    },
    [...allowed, ...Object.values(commandNames.en)],
  );
