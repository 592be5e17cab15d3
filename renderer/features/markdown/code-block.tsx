import { Check, Copy } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { tellError } from '../../stores/notices-store';
import { Button } from '../../ui/button';
import { useCopy } from '../../ui/use-copy';
import styles from './markdown.module.css';

interface CodeBlockProps {
  /** As the fence names it; may be empty. */
  readonly language: string;
  readonly code: string;
}

/** A block of code with its language and a button to copy it. */
export const CodeBlock = memo(({ language, code }: CodeBlockProps) => {
  const { t } = useTranslation();
  const { copied, copy } = useCopy();
  const label = language === '' ? t('markdown.code') : language;
  return (
    <figure className={styles.code} aria-label={label}>
      <figcaption className={styles.codeHead}>
        <span>{label}</span>
        <Button
          look="quiet"
          className={styles.copy}
          aria-label={t('markdown.copyCode')}
          icon={copied ? <Check size={13} aria-hidden /> : <Copy size={13} aria-hidden />}
          onClick={() => copy(code).catch(tellError)}
        >
          {copied ? t('transcript.copied') : t('transcript.copy')}
        </Button>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: code that scrolls sideways must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
    </figure>
  );
});
