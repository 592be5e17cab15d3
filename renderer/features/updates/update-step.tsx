import { Progress } from '@base-ui/react/progress';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewVersion, UpdateState } from '../../../preload/contract/updates';
import { cancelDownload, downloadUpdate, installUpdate } from '../../actions/updates';
import { sentences } from '../../i18n/sentences';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { streamedText } from '../../stores/streamed-text';
import { Button } from '../../ui/button';
import settings from '../settings-dialog/settings-dialog.module.css';
import styles from './updates.module.css';

const MarkdownText = lazy(async () => ({
  default: (await import('../markdown/markdown-text')).MarkdownText,
}));

const Notes = ({ notes }: { readonly notes: string }) => {
  const { t } = useTranslation();
  return (
    <details className={styles.notes} open>
      <summary>{t('updates.whatIsNew')}</summary>
      {/* Focusable, so that it can be scrolled by keys. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as above */}
      <section className={styles.text} aria-label={t('updates.whatIsNew')} tabIndex={0}>
        <Suspense fallback={<p>{notes}</p>}>
          <MarkdownText text={streamedText(notes)} grows={false} />
        </Suspense>
      </section>
    </details>
  );
};

const FoundActions = ({ way, page }: Pick<UpdateState, 'way' | 'page'>) => {
  const { t } = useTranslation();
  const openPage = () => void request('app.openExternal', { url: page }).catch(tellError);
  return (
    <>
      {way === 'byHand' && <p className={settings.hint}>{t('updates.byHand')}</p>}
      <div className={settings.buttons}>
        {way !== 'byHand' && (
          <Button look="primary" onClick={() => void downloadUpdate()}>
            {t('updates.download')}
          </Button>
        )}
        <Button onClick={openPage}>{t('updates.openPage')}</Button>
      </div>
    </>
  );
};

const ReadyActions = ({ way }: Pick<UpdateState, 'way'>) => {
  const { t } = useTranslation();
  return (
    <>
      <p className={settings.hint}>
        {sentences(t('updates.restartHint'), way === 'withPassword' ? t('updates.passwordHint') : null)}
      </p>
      <div className={settings.buttons}>
        <Button look="primary" onClick={() => void installUpdate()}>
          {t('updates.install')}
        </Button>
      </div>
    </>
  );
};

const Downloading = ({ percent }: { readonly percent: number }) => {
  const { t } = useTranslation();
  return (
    <>
      <Progress.Root value={percent} aria-label={t('updates.progress')} className={styles.progress}>
        <Progress.Track className={styles.track}>
          <Progress.Indicator className={styles.done} />
        </Progress.Track>
      </Progress.Root>
      <div className={settings.buttons}>
        <Button onClick={() => void cancelDownload()}>{t('updates.cancelDownload')}</Button>
      </div>
    </>
  );
};

/** A newer version, as far as it is, and what can be done next. */
export const UpdateFound = ({
  state,
  found,
}: {
  readonly state: UpdateState;
  readonly found: NewVersion;
}) => {
  const { step, way, page } = state;
  return (
    <>
      {found.notes !== '' && <Notes notes={found.notes} />}
      {step.kind === 'found' && <FoundActions way={way} page={page} />}
      {step.kind === 'downloading' && <Downloading percent={step.percent} />}
      {step.kind === 'ready' && <ReadyActions way={way} />}
    </>
  );
};
