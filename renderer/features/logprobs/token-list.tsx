import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './logprobs.module.css';
import { stretchesOf } from './stretches';
import { TokenStretch } from './token-stretch';
import type { ShownToken } from './token-text';

/** Stretches that are added per frame: thousands of tokens must not hold the page. */
const STRETCHES_PER_FRAME = 1;

/** How many of so many stretches are drawn already. */
const useGrowing = (count: number): number => {
  const [drawn, setDrawn] = useState(STRETCHES_PER_FRAME);
  useEffect(() => {
    if (drawn >= count) return;
    const frame = requestAnimationFrame(() => setDrawn(drawn + STRETCHES_PER_FRAME));
    return () => cancelAnimationFrame(frame);
  }, [drawn, count]);
  return Math.min(drawn, count);
};

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The token that a key leads to from the one at `at`; null for a key that leads nowhere. */
const stepTo = (event: KeyboardEvent, at: number, count: number): number | null => {
  const step = STEPS[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return null;
  return Math.min(count - 1, Math.max(0, step(at, count)));
};

interface TokenListProps {
  readonly tokens: readonly ShownToken[];
  /** Called with the index of a token and the element that shows it. */
  readonly onOpen: (at: number, element: HTMLElement) => void;
}

/** The tokens of a reply one after the other: arrow keys go along them, Enter or a click opens one. */
export const TokenList = ({ tokens, onOpen }: TokenListProps) => {
  const { t } = useTranslation();
  const idPrefix = `${useId()}-`;
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const stretches = useMemo(() => stretchesOf(tokens), [tokens]);
  const drawn = stretches.slice(0, useGrowing(stretches.length));
  const last = drawn.at(-1);
  const count = last === undefined ? 0 : last.from + last.tokens.length;
  const elementOf = (at: number) => list.current?.querySelector<HTMLElement>(`[data-at="${at}"]`) ?? null;
  const open = (at: number) => {
    const element = elementOf(at);
    if (element !== null) onOpen(at, element);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const opens = event.key === 'Enter' || event.key === ' ';
    const next = stepTo(event, active, count);
    if (!opens && next === null) return;
    event.preventDefault();
    if (next === null) return open(active);
    setActive(next);
    elementOf(next)?.scrollIntoView({ block: 'nearest' });
  };
  const onClick = ({ target }: MouseEvent) => {
    const at = Number(target instanceof HTMLElement ? target.dataset.at : Number.NaN);
    if (!Number.isInteger(at)) return;
    setActive(at);
    open(at);
  };
  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label={t('logprobs.tokens')}
      aria-activedescendant={`${idPrefix}${active}`}
      className={styles.tokens}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {drawn.map((stretch) => (
        <TokenStretch
          key={stretch.from}
          stretch={stretch}
          active={active >= stretch.from && active < stretch.from + stretch.tokens.length ? active : -1}
          idPrefix={idPrefix}
        />
      ))}
    </div>
  );
};
