import { Check, Copy, Download, Eye, Hash, WrapText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { Button, IconButton } from '../../ui/button';
import { useCopy } from '../../ui/use-copy';
import styles from './code.module.css';
import { codeFileName } from './code-names';
import { changeCodeView, useCodeView } from './code-view';

interface CodeToolsProps {
  readonly language: string;
  readonly code: () => string;
  /** Whether the code is shown as a picture, and how to change that; null where it is none. */
  readonly picture: { readonly shown: boolean; readonly toggle: () => void } | null;
}

/** What can be done with a block of code. */
export const CodeTools = ({ language, code, picture }: CodeToolsProps) => {
  const { t } = useTranslation();
  const { copied, copy } = useCopy();
  const { wraps, numbersLines } = useCodeView();
  const save = () => request('app.saveText', { name: codeFileName(language), text: code() }).catch(tellError);
  return (
    <div className={styles.tools}>
      {picture !== null && (
        <IconButton label={t('markdown.preview')} aria-pressed={picture.shown} onClick={picture.toggle}>
          <Eye size={14} aria-hidden />
        </IconButton>
      )}
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
