import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppError } from '../../../preload/contract/result';
import type { DataCounts, StoredData } from '../../../preload/contract/stored-data';
import { errorText } from '../../i18n/error-text';
import { sentences } from '../../i18n/sentences';
import { sizeText } from '../../i18n/sizes';
import { request } from '../../ipc/client';
import { useApp } from '../../stores/app-store';
import { tellError } from '../../stores/notices-store';
import { Button } from '../../ui/button';
import { useSeen } from '../../ui/use-seen';
import settingsStyles from '../settings-dialog/settings-dialog.module.css';
import { goToPart } from '../settings-dialog/settings-guide';
import { useAimedHeading } from '../settings-dialog/use-aimed-heading';
import { SnapshotFacts } from './snapshot-facts';
import { StoredParts } from './stored-parts';

/** What is kept, and how much of it is in the history; null until it is known, or where the history is not open. */
const useStored = (isSeen: boolean) => {
  const [stored, setStored] = useState<StoredData | null>(null);
  const [counts, setCounts] = useState<DataCounts | null>(null);
  const read = () => {
    request('data.stored', {}).then(setStored, tellError);
    request('data.counts', {}).then(setCounts, () => setCounts(null));
  };
  // Counting a long history takes a moment: not before somebody looks.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => (isSeen ? read() : undefined), [isSeen]);
  return { stored, counts, read };
};

const Counts = ({ counts }: { readonly counts: DataCounts }) => {
  const { t, i18n } = useTranslation();
  const { chats, trashed, messages, attachments, attachmentBytes } = counts;
  const size = sizeText(i18n.language, attachmentBytes);
  return (
    <p>
      {[
        t('storage.chats', { count: chats }),
        ...(trashed > 0 ? [t('storage.trashed', { count: trashed })] : []),
        t('storage.messages', { count: messages }),
        ...(attachments > 0 ? [t('storage.attachments', { count: attachments, size })] : []),
      ].join(' · ')}
    </p>
  );
};

/** How everything is encrypted, and where its key is. */
const Encryption = ({ keychain }: { readonly keychain: string }) => {
  const { t } = useTranslation();
  const { historyKey } = useApp((state) => state.vault);
  const where = historyKey === null || historyKey === 'environment' ? null : t(`storage.key.${historyKey}`);
  const named = historyKey === 'os' && keychain !== '' ? t('storage.keychain', { name: keychain }) : null;
  return <p>{sentences(t('storage.encrypted'), where, named)}</p>;
};

/** Work on what is kept, and what came of it in words. */
const useWork = (read: () => void) => {
  const { t } = useTranslation();
  const [busy, setBusy] = useState<'check' | 'clear' | null>(null);
  const [said, setSaid] = useState('');
  const run = async (kind: 'check' | 'clear', work: () => Promise<string>) => {
    setBusy(kind);
    setSaid(t(`storage.busy.${kind}`));
    try {
      setSaid(await work());
      read();
    } catch (thrown) {
      const { what, fix } = errorText(t, toAppError(thrown));
      setSaid(sentences(what, fix));
    } finally {
      setBusy(null);
    }
  };
  const check = () =>
    run('check', async () => t((await request('data.check', {})) ? 'storage.damaged' : 'storage.sound'));
  const clear = () =>
    run('clear', async () => {
      await request('data.clearCaches', {});
      return t('storage.cleared');
    });
  return { isBusy: busy !== null, said, check: () => void check(), clear: () => void clear() };
};

/** In Settings: what is kept on this computer and where, how much, how it is encrypted, and what can be done with it. */
export const StorageSection = () => {
  const { t } = useTranslation();
  const [isSeen, setSeen] = useState(false);
  const section = useSeen<HTMLElement>(useCallback(() => setSeen(true), []));
  const { stored, counts, read } = useStored(isSeen);
  const { isBusy, said, check, clear } = useWork(read);
  const heading = useAimedHeading('storage');
  return (
    <section ref={section} className={settingsStyles.section} aria-label={t('storage.title')}>
      <h3 ref={heading} tabIndex={-1}>
        {t('storage.title')}
      </h3>
      {counts !== null && <Counts counts={counts} />}
      {stored !== null && <StoredParts {...stored} />}
      <SnapshotFacts stored={stored} />
      <Encryption keychain={stored?.keychain ?? ''} />
      <p className={settingsStyles.hint}>{t('storage.noLogs')}</p>
      <div className={settingsStyles.buttons}>
        <Button disabled={isBusy} onClick={check}>
          {t('storage.check')}
        </Button>
        <Button disabled={isBusy} onClick={clear}>
          {t('storage.clear')}
        </Button>
        <Button onClick={({ currentTarget }) => goToPart(currentTarget, t('keeping.snapshots'))}>
          {t('storage.toSnapshots')}
        </Button>
        <Button onClick={({ currentTarget }) => goToPart(currentTarget, t('settings.protection'))}>
          {t('storage.toProtection')}
        </Button>
      </div>
      <p role="status" className={settingsStyles.hint}>
        {said}
      </p>
    </section>
  );
};
