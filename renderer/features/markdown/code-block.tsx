import { ChevronsDownUp } from 'lucide-react';
import { lazy, memo, Suspense, useContext, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { pictureKind } from '../pictures/picture-kind';
import type { CodePiece } from './blocks';
import styles from './code.module.css';
import { CodeLines } from './code-lines';
import { languageName } from './code-names';
import { CodeTools } from './code-tools';
import { useCodeView } from './code-view';
import { noteHidden } from './hidden-code';
import { useHighlight } from './highlight/use-highlight';
import { FormatsAtOnce, useRipe } from './ripening';

const CodePicture = lazy(async () => ({ default: (await import('../pictures/code-picture')).CodePicture }));

/** Code that was there from the start is shown in part when it has more lines. */
const MANY_LINES = 400;
/** Code can be folded when it has more lines. */
const FOLDABLE_LINES = 30;
const LINES_WHEN_FOLDED = 20;

interface CodeBlockProps {
  /** As the fence names it; may be empty. */
  readonly language: string;
  readonly pieces: readonly CodePiece[];
  /** True while code may still be appended. */
  readonly grows: boolean;
}

/** The first lines of code, as one piece, and the others. */
const fold = (pieces: readonly CodePiece[]): Pick<ShownCodeProps, 'pieces' | 'rest'> => {
  const [first] = pieces;
  if (first === undefined) return { pieces, rest: '' };
  const lines = codeOf(pieces).split('\n');
  const shown = lines.slice(0, LINES_WHEN_FOLDED);
  const piece = { ...first, code: shown.join('\n'), lineCount: shown.length };
  return { pieces: [piece], rest: lines.slice(LINES_WHEN_FOLDED).join('\n') };
};

const codeOf = (pieces: readonly CodePiece[]): string => pieces.map(({ code }) => code).join('\n');

const samePieces = (a: CodeBlockProps, b: CodeBlockProps): boolean =>
  a.language === b.language &&
  a.grows === b.grows &&
  a.pieces.length === b.pieces.length &&
  a.pieces.every((piece, index) => piece === b.pieces[index] || piece.code === b.pieces[index]?.code);

const isDiffLanguage = (language: string): boolean => /^(?:diff|patch)$/i.test(language);

interface CodeTextProps {
  readonly language: string;
  readonly pieces: readonly CodePiece[];
}

interface ShownCodeProps extends CodeTextProps {
  /** The code that goes on behind the pieces and is not shown. */
  readonly rest: string;
}

const CodeText = ({ language, pieces, rest }: ShownCodeProps) => {
  const { wraps, numbersLines } = useCodeView();
  const coloured = useHighlight(language, codeOf(pieces));
  const shown = useRef<HTMLPreElement>(null);
  useEffect(() => (shown.current && rest !== '' ? noteHidden(shown.current, rest) : undefined), [rest]);
  let before = 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: code that scrolls sideways must be reachable by keyboard
    <pre ref={shown} tabIndex={0} data-wraps={wraps} data-numbered={numbersLines}>
      <code>
        {pieces.map((piece, index) => {
          const start = before;
          before += piece.lineCount;
          return (
            <CodeLines
              // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the code
              key={index}
              piece={piece}
              before={start}
              coloured={coloured.slice(start, before)}
              isDiff={isDiffLanguage(language)}
            />
          );
        })}
      </code>
    </pre>
  );
};

interface FoldingCodeProps extends CodeTextProps {
  readonly grows: boolean;
}

/** Code, which is shown in part while it is folded. */
const FoldingCode = ({ language, pieces, grows }: FoldingCodeProps) => {
  const { t } = useTranslation();
  const lineCount = pieces.reduce((sum, piece) => sum + piece.lineCount, 0);
  const atOnce = useContext(FormatsAtOnce);
  const [folded, setFolded] = useState(!(grows || atOnce) && lineCount > MANY_LINES);
  return (
    <>
      <CodeText language={language} {...(folded ? fold(pieces) : { pieces, rest: '' })} />
      {lineCount > FOLDABLE_LINES && !grows && (
        <Button
          look="quiet"
          className={styles.fold}
          icon={<ChevronsDownUp size={13} aria-hidden />}
          onClick={() => setFolded(!folded)}
        >
          {folded ? t('markdown.showLines', { count: lineCount }) : t('markdown.foldCode')}
        </Button>
      )}
    </>
  );
};

/** A block of code with its language, colours, and what can be done with it; or what it is code of. */
export const CodeBlock = memo(({ language, pieces, grows }: CodeBlockProps) => {
  const { t } = useTranslation();
  // Its buttons are most of what a short block of code is made of.
  const ripe = useRipe();
  const code = () => codeOf(pieces);
  const atOnce = useContext(FormatsAtOnce);
  const kind = grows || atOnce ? null : pictureKind(language, code());
  // A diagram is drawn in a frame of our own, and is what is looked for; a page runs only when it is asked for.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const shown = chosen ?? kind === 'diagram';
  const label = language === '' ? t('markdown.code') : languageName(language);
  const text = <FoldingCode language={language} pieces={pieces} grows={grows} />;
  return (
    <figure className={styles.code} aria-label={label} data-language={language}>
      <figcaption className={styles.head}>
        <span>{label}</span>
        {ripe && (
          <CodeTools
            language={language}
            code={code}
            picture={kind === null ? null : { shown, toggle: () => setChosen(!shown) }}
          />
        )}
      </figcaption>
      {kind !== null && shown ? (
        <Suspense fallback={text}>
          <CodePicture kind={kind} code={code()}>
            {text}
          </CodePicture>
        </Suspense>
      ) : (
        text
      )}
    </figure>
  );
}, samePieces);
