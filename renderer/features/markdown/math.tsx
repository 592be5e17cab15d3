import { Check, Copy } from 'lucide-react';
import { createElement, Fragment, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellError } from '../../stores/notices-store';
import { IconButton } from '../../ui/button';
import { useCopy } from '../../ui/use-copy';
import { UNFINISHED } from './formulas';
import styles from './markdown.module.css';
import { type Markup, readMarkup } from './markup';

/** A formula of more letters is shown as it was written. */
const LONGEST_TEX = 10_000;

type Typeset = typeof import('./typeset').typeset;

let typesetNow: Typeset | null = null;
let loading: Promise<void> | null = null;

const load = (): Promise<void> => {
  loading ??= import('./typeset').then(({ typeset }) => {
    typesetNow = typeset;
  });
  return loading;
};

/** What sets formulas, once it has been loaded; null until then. */
const useTypeset = (): Typeset | null => {
  const [typeset, setTypeset] = useState<Typeset | null>(() => typesetNow);
  useEffect(() => {
    if (typeset === null)
      load().then(
        () => setTypeset(() => typesetNow),
        () => undefined,
      );
  }, [typeset]);
  return typeset;
};

const camelCase = (name: string): string =>
  name.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());

const styleOf = (css: string): Record<string, string> =>
  Object.fromEntries(
    css.split(';').flatMap((rule) => {
      const [name = '', value] = rule.split(':', 2);
      return value === undefined ? [] : [[camelCase(name.trim()), value.trim()]];
    }),
  );

/* Names that React gives other ones, or that are no attributes to it but objects. */
const propsOf = (attributes: Readonly<Record<string, string>>) => {
  const { class: className, style, ...others } = attributes;
  return { ...others, className, style: style === undefined ? undefined : styleOf(style) };
};

/* What KaTeX writes; nothing else may become an element, whatever a formula makes it write. */
const TAGS = new Set(
  (
    'span svg path line math semantics annotation mrow mi mn mo ms mtext mspace msup msub msubsup mfrac msqrt mroot mover ' +
    'munder munderover mtable mtr mtd mlabeledtr mstyle mpadded mphantom menclose merror mglyph mmultiscripts'
  ).split(' '),
);

const toReact = (markup: Markup, key: number): ReactNode => {
  if (typeof markup === 'string') return markup;
  const { tag, attributes, children } = markup;
  if (!TAGS.has(tag)) return createElement(Fragment, { key }, ...children.map(toReact));
  return createElement(tag, { key, ...propsOf(attributes) }, ...children.map(toReact));
};

/** A formula on lines of its own, with a button for its source. */
const DisplayFormula = ({ tex, children }: { readonly tex: string; readonly children: ReactNode }) => {
  const { t } = useTranslation();
  const { copied, copy } = useCopy();
  return (
    <span className={styles.formula}>
      {children}
      <IconButton label={t('markdown.copyFormula')} onClick={() => copy(tex.trim()).catch(tellError)}>
        {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      </IconButton>
    </span>
  );
};

interface MathProps {
  readonly tex: string;
  /** True for a formula on lines of its own. */
  readonly display: boolean;
}

/** A formula, or its source where it cannot be set. */
export const Formula = ({ tex, display }: MathProps) => {
  const { t } = useTranslation();
  const typeset = useTypeset();
  const set =
    tex.length > LONGEST_TEX || tex.startsWith(UNFINISHED) ? null : (typeset?.(tex, display) ?? null);
  if (typeof set === 'string') {
    const shown = <span>{readMarkup(set).map(toReact)}</span>;
    return display ? <DisplayFormula tex={tex}>{shown}</DisplayFormula> : shown;
  }
  return (
    <code
      className={display ? styles.formulaSource : undefined}
      title={set === null ? undefined : t('markdown.badFormula', { reason: set.error })}
    >
      {tex.replace(UNFINISHED, '').trim()}
    </code>
  );
};
