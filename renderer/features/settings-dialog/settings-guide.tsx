import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './settings-guide.module.css';

const partsOf = (body: HTMLElement | null): readonly HTMLElement[] =>
  [...(body?.children ?? [])].filter((child): child is HTMLElement => child instanceof HTMLElement);

const nameOf = (part: HTMLElement): string => part.ariaLabel ?? '';

/** Whether a part of the settings says what is looked for: in its heading, a label, a hint or a button. */
const says = (part: HTMLElement, query: string): boolean =>
  `${nameOf(part)} ${part.textContent ?? ''}`.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase());

/** A search may have hidden it. */
const show = (part: HTMLElement | undefined): void => {
  if (part === undefined) return;
  part.hidden = false;
  part.scrollIntoView({ block: 'start' });
};

/** Goes from within one part of the settings to another one, by its name. */
export const goToPart = (from: HTMLElement, name: string): void => {
  const part = partsOf(from.closest('section')?.parentElement ?? null).find((each) => nameOf(each) === name);
  show(part);
  part?.querySelector<HTMLElement>('button, input, [role="combobox"]')?.focus({ preventScroll: true });
};

interface GuideProps {
  /** What holds the parts of the settings, each named by its `aria-label`. */
  readonly body: RefObject<HTMLElement | null>;
}

/** Shows only the parts of the settings that say what is typed. */
export const SettingsSearch = ({ body }: GuideProps) => {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  // Null: what holds the parts comes to the page after this does.
  const [found, setFound] = useState<number | null>(null);
  useLayoutEffect(() => {
    const parts = partsOf(body.current);
    for (const part of parts) part.hidden = !says(part, query);
    setFound(parts.length === 0 ? null : parts.filter(({ hidden }) => !hidden).length);
  }, [query, body]);
  return (
    <>
      <input
        type="search"
        className={styles.search}
        aria-label={t('settings.search')}
        placeholder={t('settings.search')}
        spellCheck={false}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <p role="status" className={styles.none}>
        {found === 0 && t('settings.nothingFound')}
      </p>
    </>
  );
};

/** The parts of the settings by name; choosing one goes there. */
export const SettingsParts = ({ body }: GuideProps) => {
  const { t, i18n } = useTranslation();
  const [names, setNames] = useState<readonly string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the parts have other names in another language
  useEffect(() => setNames(partsOf(body.current).map(nameOf)), [body, i18n.language]);
  return (
    <nav className={styles.parts} aria-label={t('settings.parts')}>
      {names.map((name, at) => (
        <a
          key={name}
          href={`#${at}`}
          onClick={(event) => {
            event.preventDefault();
            show(partsOf(body.current)[at]);
          }}
        >
          {name}
        </a>
      ))}
    </nav>
  );
};
