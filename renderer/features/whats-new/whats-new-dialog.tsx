import { lazy, Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import english from '../../../CHANGELOG.md?raw';
import chinese from '../../../CHANGELOG.zh-CN.md?raw';
import { useApp } from '../../stores/app-store';
import { streamedText } from '../../stores/streamed-text';
import { showDialog, useView } from '../../stores/view-store';
import { SmallDialog } from '../../ui/small-dialog';
import { newSince } from './changelog';
import styles from './whats-new-dialog.module.css';

const MarkdownText = lazy(async () => ({
  default: (await import('../markdown/markdown-text')).MarkdownText,
}));

/** What is new since the version that was used before. Mounted only while it is open. */
export const WhatsNewDialog = () => {
  const { t, i18n } = useTranslation();
  const version = useApp((app) => app.version);
  const seen = useView(({ versionBefore }) => versionBefore);
  const text = useRef<HTMLElement>(null);
  const notes = newSince(i18n.language === 'zh-CN' ? chinese : english, seen);
  return (
    <SmallDialog
      title={t('whatsNew.title', { version })}
      closeLabel={t('whatsNew.close')}
      isWide
      initialFocus={text}
      onClose={() => showDialog(null)}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: so that it can be scrolled by keys */}
      <section ref={text} className={styles.text} aria-label={t('whatsNew.notes')} tabIndex={0}>
        <Suspense>
          <MarkdownText text={streamedText(notes)} grows={false} />
        </Suspense>
      </section>
    </SmallDialog>
  );
};
