import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawAnswer } from '../../diagrams/messages';
import { useDark } from '../../ui/use-dark';
import { useSeen } from '../../ui/use-seen';
import { drawDiagram, knownDrawing } from './draw-diagram';
import { Picture } from './picture';
import styles from './pictures.module.css';
import { pictureAddress } from './svg-picture';

/** Code in a list has no mark of being whole: it is drawn when it has not changed for so long, in milliseconds. */
const QUIET_MS = 300;

/** As the page is (styles/tokens.css): a picture has to be given its ground as a colour. */
const GROUND = { light: '#ffffff', dark: '#1b1b1a' } as const;

interface Drawn {
  readonly source: string;
  readonly dark: boolean;
  readonly answer: DrawAnswer;
}

const useDrawing = (source: string, dark: boolean, wanted: boolean): DrawAnswer | null => {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const now = knownDrawing({ source, dark });
  useEffect(() => {
    if (!wanted || knownDrawing({ source, dark }) !== null) return undefined;
    let current = true;
    const quiet = setTimeout(async () => {
      const answer = await drawDiagram({ source, dark });
      if (current) setDrawn({ source, dark, answer });
    }, QUIET_MS);
    return () => {
      current = false;
      clearTimeout(quiet);
    };
  }, [source, dark, wanted]);
  if (now !== null) return now;
  // In the other theme's colours until it is drawn anew.
  return drawn?.source === source ? drawn.answer : null;
};

interface DiagramProps {
  readonly source: string;
  /** The code, shown until there is a drawing, and where there is none. */
  readonly children: ReactNode;
}

/** The kind of a diagram as its source names it, for who cannot see it. */
const kindOf = (source: string): string => /^\s*([\w-]+)/.exec(source.replace(/^\s*%%.*$/gm, ''))?.[1] ?? '';

/** A diagram in Mermaid's language. It is drawn in a frame of its own and shown as a picture. */
export const Diagram = ({ source, children }: DiagramProps) => {
  const { t } = useTranslation();
  const dark = useDark();
  const [seen, setSeen] = useState(false);
  const place = useSeen<HTMLDivElement>(useCallback(() => setSeen(true), []));
  const answer = useDrawing(source, dark, seen);
  if (answer !== null && 'svg' in answer)
    return (
      <Picture
        svg={answer.svg}
        title={`${t('pictures.diagram')}: ${kindOf(source)}`}
        ground={dark ? GROUND.dark : GROUND.light}
        image={{ src: pictureAddress(answer.svg) }}
      />
    );
  return (
    <div ref={place}>
      {answer !== null && (
        <div role="note" className={styles.problem}>
          <p>{t('pictures.notDrawn')}</p>
          <pre>{answer.problem === '' ? t('pictures.tooMuch') : answer.problem}</pre>
        </div>
      )}
      {children}
    </div>
  );
};
