import { RotateCcw } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commandNames } from '../../../preload/contract/command-names';
import { type CommandId, commandIds, keysOf, type OwnKeys } from '../../../preload/contract/commands';
import { pickLocale } from '../../i18n/pick-locale';
import { sentences } from '../../i18n/sentences';
import { request } from '../../ipc/client';
import { useApp } from '../../stores/app-store';
import { tellError } from '../../stores/notices-store';
import { showDialog } from '../../stores/view-store';
import { Button, IconButton } from '../../ui/button';
import { keysPressed, keysText } from '../../ui/keys';
import { SmallDialog } from '../../ui/small-dialog';
import { canBeKeys, withKeys, withUsualKeys } from './key-changes';
import styles from './shortcuts-dialog.module.css';

/** What has the same keys for everybody: Electron's notation, and what it does. */
const FIXED = [
  { keys: 'Enter', text: 'send' },
  { keys: 'Shift+Enter', text: 'newLine' },
  { keys: 'Up', text: 'recall' },
  { keys: 'F3', text: 'goOn' },
  { keys: 'CmdOrCtrl+Z', text: 'undo' },
  { keys: 'Ctrl', onMac: 'Alt', text: 'dragOut' },
] as const;

/** The same for reading: while the focus is in the transcript, or nowhere. */
const READING = [
  { keys: 'J', text: 'nextMessage' },
  { keys: 'K', text: 'previousMessage' },
  { keys: 'Home', text: 'firstMessage' },
  { keys: 'End', text: 'lastMessage' },
  { keys: 'C', text: 'copyMessage' },
  { keys: 'E', text: 'editMessage' },
  { keys: 'Enter', text: 'moreActions' },
  { keys: 'CmdOrCtrl+A', text: 'allMessages' },
] as const;

const save = (keys: OwnKeys) => request('settings.update', { keys }).then(() => undefined, tellError);

const useNames = () => {
  const language = useApp(({ settings }) => settings.language);
  return commandNames[pickLocale(language, navigator.language)];
};

interface RowProps {
  readonly command: CommandId;
  /** Says what became of the change; empty: nothing to say. */
  readonly onSaid: (text: string) => void;
}

const useRecorder = ({ command, onSaid }: RowProps) => {
  const { t } = useTranslation();
  const names = useNames();
  const own = useApp(({ settings }) => settings.keys);
  const platform = useApp((state) => state.platform);
  const [recording, setRecording] = useState(false);
  const give = (keys: string | null) => {
    const change = withKeys(own, command, keys, platform);
    setRecording(false);
    const lost = change.taken === null || keys === null ? null : names[change.taken];
    onSaid(lost === null ? '' : t('commands.taken', { keys: keysText(keys ?? '', platform), command: lost }));
    void save(change.keys);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!recording || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const [keys] = keysPressed(event.nativeEvent, platform);
    if (keys === undefined) return;
    if (keys === 'Escape') setRecording(false);
    else if (keys === 'Backspace') give(null);
    else if (canBeKeys(keys)) give(keys);
    else onSaid(t('commands.unusable'));
  };
  const begin = () => {
    onSaid('');
    setRecording(true);
  };
  return { recording, begin, onKeyDown, end: () => setRecording(false) };
};

const Row = ({ command, onSaid }: RowProps) => {
  const { t } = useTranslation();
  const name = useNames()[command];
  const own = useApp(({ settings }) => settings.keys);
  const platform = useApp((state) => state.platform);
  const { recording, begin, onKeyDown, end } = useRecorder({ command, onSaid });
  const keys = keysOf(own, command);
  const shown = keys === null ? t('commands.noKeys') : keysText(keys, platform);
  return (
    <li className={styles.row}>
      <span aria-hidden>{name}</span>
      {command in own && (
        <IconButton
          label={t('commands.reset', { command: name })}
          onClick={() => void save(withUsualKeys(own, command))}
        >
          <RotateCcw size={13} aria-hidden />
        </IconButton>
      )}
      <button
        type="button"
        className={styles.keys}
        aria-label={t(recording ? 'commands.recording' : 'commands.change', { command: name, keys: shown })}
        data-recording={recording || undefined}
        onClick={begin}
        onKeyDown={onKeyDown}
        onBlur={end}
      >
        {recording ? '…' : shown}
      </button>
    </li>
  );
};

interface FixedProps {
  readonly title: string;
  readonly list: typeof FIXED | typeof READING;
}

const Fixed = ({ title, list }: FixedProps) => {
  const { t } = useTranslation();
  const platform = useApp((state) => state.platform);
  return (
    <section className={styles.part} aria-label={title}>
      <h3>{title}</h3>
      <dl>
        {list.map(({ keys, text, ...others }) => (
          <div key={keys} className={styles.row}>
            <dt>{t(`commands.${text}`)}</dt>
            <dd className={styles.fixed}>
              <kbd>
                {keysText(platform === 'darwin' && 'onMac' in others ? others.onMac : keys, platform)}
              </kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

/** All shortcuts; those of commands can be changed here. Mounted only while it is open. */
export const ShortcutsDialog = () => {
  const { t } = useTranslation();
  const own = useApp(({ settings }) => settings.keys);
  const [said, setSaid] = useState('');
  return (
    <SmallDialog
      title={t('commands.shortcuts')}
      closeLabel={t('commands.close')}
      isWide
      onClose={() => showDialog(null)}
    >
      <div className={styles.hint}>
        <p>{sentences(t('commands.shortcutsHint'), t('commands.press'))}</p>
        {Object.keys(own).length > 0 && (
          <Button onClick={() => void save({})}>{t('commands.resetAll')}</Button>
        )}
      </div>
      <p role="status" className={styles.said}>
        {said}
      </p>
      <ul className={styles.part} aria-label={t('commands.commands')}>
        {commandIds.map((command) => (
          <Row key={command} command={command} onSaid={setSaid} />
        ))}
      </ul>
      <Fixed title={t('commands.fixed')} list={FIXED} />
      <Fixed title={t('commands.reading')} list={READING} />
    </SmallDialog>
  );
};
