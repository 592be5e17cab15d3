import { Check, ChevronsDownUp, Copy, Download, Hash, WrapText } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { Button, IconButton } from '../../ui/button';
import { useCopy } from '../../ui/use-copy';
import type { CodePiece } from './blocks';
import styles from './code.module.css';
import { CodeLines } from './code-lines';
import { codeFileName, languageName } from './code-names';
import { changeCodeView, useCodeView } from './code-view';
import { useHighlight } from './highlight/use-highlight';

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

/** The first lines of code, as one piece. */
const firstLines = (pieces: readonly CodePiece[]): readonly CodePiece[] => {
  const [first] = pieces;
  if (first === undefined) return [];
  const lines = pieces
    .slice(0, 2)
    .flatMap(({ code }) => code.split('\n'))
    .slice(0, LINES_WHEN_FOLDED);
  return [{ ...first, code: lines.join('\n'), lineCount: lines.length }];
};

const CodeTools = ({ language, code }: { readonly language: string; readonly code: () => string }) => {
  const { t } = useTranslation();
  const { copied, copy } = useCopy();
  const { wraps, numbersLines } = useCodeView();
  const save = () => request('app.saveText', { name: codeFileName(language), text: code() }).catch(tellError);
  return (
    <div className={styles.tools}>
      <IconButton
        label={t('markdown.wrapLines')}
        aria-pressed={wraps}
        onClick={() => changeCodeView({ wraps: !wraps })}
      >
        <WrapText size={14} aria-hidden />
      </IconButton>
      <IconButton
        label={t('markdown.lineNumbers')}
        aria-pressed={numbersLines}
        onClick={() => changeCodeView({ numbersLines: !numbersLines })}
      >
        <Hash size={14} aria-hidden />
      </IconButton>
      <IconButton label={t('markdown.saveCode')} onClick={save}>
        <Download size={14} aria-hidden />
      </IconButton>
      <Button
        look="quiet"
        className={styles.copy}
        aria-label={t('markdown.copyCode')}
        icon={copied ? <Check size={13} aria-hidden /> : <Copy size={13} aria-hidden />}
        onClick={() => copy(code()).catch(tellError)}
      >
        {copied ? t('transcript.copied') : t('transcript.copy')}
      </Button>
    </div>
  );
};

const samePieces = (a: CodeBlockProps, b: CodeBlockProps): boolean =>
  a.language === b.language &&
  a.grows === b.grows &&
  a.pieces.length === b.pieces.length &&
  a.pieces.every((piece, index) => piece === b.pieces[index] || piece.code === b.pieces[index]?.code);

const isDiffLanguage = (language: string): boolean => /^(?:diff|patch)$/i.test(language);

/** A block of code with its language, colours, and what can be done with it. */
export const CodeBlock = memo(({ language, pieces, grows }: CodeBlockProps) => {
  const { t } = useTranslation();
  const lineCount = pieces.reduce((sum, piece) => sum + piece.lineCount, 0);
  const [folded, setFolded] = useState(!grows && lineCount > MANY_LINES);
  const { wraps, numbersLines } = useCodeView();
  const shown = folded ? firstLines(pieces) : pieces;
  const coloured = useHighlight(language, shown.map(({ code }) => code).join('\n'));
  const wholeCode = () => pieces.map(({ code }) => code).join('\n');
  const label = language === '' ? t('markdown.code') : languageName(language);
  let before = 0;
  return (
    <figure className={styles.code} aria-label={label}>
      <figcaption className={styles.head}>
        <span>{label}</span>
        <CodeTools language={language} code={wholeCode} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: code that scrolls sideways must be reachable by keyboard */}
      <pre tabIndex={0} data-wraps={wraps} data-numbered={numbersLines}>
        <code>
          {shown.map((piece, index) => {
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
    </figure>
  );
}, samePieces);
