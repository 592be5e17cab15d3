import { useTranslation } from 'react-i18next';
import styles from './diff.module.css';
import type { DiffPart, TextDiff } from './word-diff';

const Part = ({ kind, text }: DiffPart) => {
  if (kind === 'same') return text;
  // The sign is read out and stands for those who cannot tell the colours apart.
  if (kind === 'added') {
    return (
      <ins>
        <span className={styles.sign}>+</span>
        {text}
      </ins>
    );
  }
  return (
    <del>
      <span className={styles.sign}>−</span>
      {text}
    </del>
  );
};

const Parts = ({ parts }: { readonly parts: readonly DiffPart[] }) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one diff never move
  parts.map((part, at) => <Part key={at} {...part} />);

const WORDS = /[\p{L}\p{N}]+/gu;

const countWords = (parts: readonly DiffPart[], kind: DiffPart['kind'], language: string): number => {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const changed = parts.filter((part) => part.kind === kind).map(({ text }) => text);
  const runs = changed.flatMap((text) => text.match(WORDS) ?? []);
  return runs.reduce((count, run) => count + [...segmenter.segment(run)].length, 0);
};

interface DiffViewProps {
  readonly diff: TextDiff;
  readonly view: 'unified' | 'sideBySide';
}

/** How one text became another: in one text, or beside each other. */
export const DiffView = ({ diff, view }: DiffViewProps) => {
  const { t, i18n } = useTranslation();
  const { parts, unit } = diff;
  const isSame = parts.every(({ kind }) => kind === 'same');
  const added = countWords(parts, 'added', i18n.language);
  const removed = countWords(parts, 'removed', i18n.language);
  const counts = [t('compare.added', { count: added }), t('compare.removed', { count: removed })];
  return (
    <>
      <p role="status" className={styles.counts}>
        {isSame ? t('compare.same') : counts.join(' · ')}
        {unit === 'lines' && ` · ${t('compare.byLines')}`}
        {unit === 'none' && ` · ${t('compare.byNothing')}`}
      </p>
      <section
        aria-label={t('compare.differences')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must scroll by keyboard
        tabIndex={0}
        className={`${styles.diff} ${view === 'sideBySide' ? styles.sides : ''}`}
      >
        {view === 'unified' ? (
          <div>
            <Parts parts={parts} />
          </div>
        ) : (
          <>
            <div>
              <Parts parts={parts.filter(({ kind }) => kind !== 'added')} />
            </div>
            <div>
              <Parts parts={parts.filter(({ kind }) => kind !== 'removed')} />
            </div>
          </>
        )}
      </section>
    </>
  );
};
