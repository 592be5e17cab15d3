import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../preload/contract/result';
import { errorText } from '../i18n/error-text';
import { gapAfter, sentences } from '../i18n/sentences';
import { dismiss, type Notice, useNotices } from '../stores/notices-store';
import { showTransfer } from '../stores/transfer-store';
import { showContextRule, showDialog, showSettings, showSettingsAt, useView } from '../stores/view-store';
import { Button, IconButton } from '../ui/button';
import styles from './notice-stack.module.css';

const FIXED_IN_SETTINGS: ReadonlySet<ErrorCode> = new Set([
  'endpoint.none',
  'chat.spendingLimit',
  'api.unauthorized',
]);

const NoticeText = ({ notice }: { readonly notice: Notice }) => {
  const { t } = useTranslation();
  switch (notice.kind) {
    case 'wouldLeaveOut':
    case 'error': {
      const { what, fix, quote } = errorText(t, notice.error);
      return (
        <p>
          <strong>{what}</strong>
          {gapAfter(what) + sentences(fix, quote)}
        </p>
      );
    }
    case 'invalidSettings':
      return <p>{t('composer.fixSettings')}</p>;
    case 'attachments':
      return <p>{t(`attachments.trouble.${notice.trouble}`)}</p>;
    case 'notRead':
      return <p>{t('linked.notRead', { name: notice.name })}</p>;
    case 'settingsSetAside':
      return <p>{t('app.settingsSetAside')}</p>;
    case 'chatChanged': {
      const title = notice.title === '' ? t('conversations.untitled') : notice.title;
      return <p>{t(`conversations.done.${notice.what}`, { title })}</p>;
    }
    case 'folderChanged':
      return <p>{t(`organise.folderDone.${notice.what}`, { name: notice.name })}</p>;
    case 'mirrorProblem':
      return <p>{sentences(t('mirror.problemTitle'), t(`mirror.problem.${notice.problem}`))}</p>;
    case 'update':
      return <p>{t(`updates.${notice.step}Notice`, { version: notice.version })}</p>;
    case 'updated':
      return <p>{t('whatsNew.updated', { version: notice.version })}</p>;
    case 'samples':
      return <p>{t(`samples.${notice.what}`)}</p>;
    case 'chatExported':
      return <p>{t('transferDialog.chatExported', { name: notice.name })}</p>;
    case 'transferEnded':
      return <p>{t(`transferDialog.${notice.what}Ended`)}</p>;
    case 'organised':
      return <p>{t(`organise.done.${notice.what}`, { count: notice.count })}</p>;
    case 'branched':
      return <p>{t('branches.goes')}</p>;
    case 'branchMoved':
      return <p>{t('branches.moved')}</p>;
    case 'presetChanged':
      return <p>{t(`presets.done.${notice.what}`, { name: notice.name })}</p>;
    case 'settingsChanged':
      return <p>{t(`settingsFile.done.${notice.what}`)}</p>;
    case 'messageDeleted':
      return <p>{t('transcript.deleted')}</p>;
    case 'editDiscarded':
      return <p>{t('transcript.editDiscarded')}</p>;
  }
};

const NoticeAction = ({ notice, onDone }: { readonly notice: Notice; readonly onDone: () => void }) => {
  const { t } = useTranslation();
  const act = (action: () => void) => () => {
    onDone();
    action();
  };
  if ('undo' in notice) {
    return (
      <Button keys="CmdOrCtrl+Z" onClick={act(notice.undo)}>
        {t('app.undo')}
      </Button>
    );
  }
  if (notice.kind === 'update') {
    return <Button onClick={act(() => showSettingsAt('updates'))}>{t('updates.show')}</Button>;
  }
  if (notice.kind === 'updated') {
    return <Button onClick={act(() => showDialog('whatsNew'))}>{t('whatsNew.show')}</Button>;
  }
  if (notice.kind === 'transferEnded') {
    return <Button onClick={act(() => showTransfer(notice.what))}>{t('transferDialog.showReport')}</Button>;
  }
  if (notice.kind === 'wouldLeaveOut') {
    return (
      <>
        <Button onClick={act(notice.sendWithout)}>{t('budget.sendWithout')}</Button>
        <Button onClick={act(showContextRule)}>{t('budget.changeRule')}</Button>
      </>
    );
  }
  if (notice.kind === 'error' && FIXED_IN_SETTINGS.has(notice.error.code)) {
    return <Button onClick={act(() => showSettings(true))}>{t('app.openSettings')}</Button>;
  }
  return null;
};

const isAlert = ({ kind }: Notice): boolean =>
  kind === 'error' ||
  kind === 'mirrorProblem' ||
  kind === 'wouldLeaveOut' ||
  kind === 'invalidSettings' ||
  kind === 'attachments';

/** How long one waits to be undone by its button; Ctrl+Z (Cmd+Z) does it after that too. In milliseconds. */
const PASSES_AFTER_MS = 20_000;

const NoticeLine = ({ id, notice }: { readonly id: number; readonly notice: Notice }) => {
  const { t } = useTranslation();
  const line = useRef<HTMLDivElement>(null);
  const passes = 'undo' in notice;
  useEffect(() => {
    if (!passes) return undefined;
    // Not while somebody is about to use it.
    const timer = setInterval(() => {
      if (!line.current?.matches(':hover, :focus-within')) dismiss(id);
    }, PASSES_AFTER_MS);
    return () => clearInterval(timer);
  }, [id, passes]);
  return (
    <div ref={line} role={isAlert(notice) ? 'alert' : 'status'} className={styles.notice}>
      <NoticeText notice={notice} />
      <NoticeAction notice={notice} onDone={() => dismiss(id)} />
      <IconButton label={t('app.dismiss')} onClick={() => dismiss(id)}>
        <X size={15} aria-hidden />
      </IconButton>
    </div>
  );
};

const isOfSettings = ({ notice }: { readonly notice: Notice }): boolean => notice.kind === 'settingsChanged';

/** What was done to the settings, in their dialog: what stands behind it cannot be reached. */
export const SettingsNotices = () => (
  <div className={styles.inDialog}>
    {useNotices((state) => state.notices)
      .filter(isOfSettings)
      .map(({ id, notice }) => (
        <NoticeLine key={id} id={id} notice={notice} />
      ))}
  </div>
);

/** Passing notices, above the composer so that they cover nothing. */
export const NoticeStack = () => {
  const all = useNotices((state) => state.notices);
  const settingsOpen = useView((state) => state.settingsOpen);
  const notices = settingsOpen ? all.filter((each) => !isOfSettings(each)) : all;
  return (
    // Dialogs hide what is behind them from screen readers, but not what has this attribute. Each notice speaks for itself.
    <div className={styles.stack} aria-live="off">
      {notices.map(({ id, notice }) => (
        <NoticeLine key={id} id={id} notice={notice} />
      ))}
    </div>
  );
};
