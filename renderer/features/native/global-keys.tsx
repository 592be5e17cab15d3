import { X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setNative } from '../../actions/native';
import { useApp } from '../../stores/app-store';
import { useNative } from '../../stores/native-store';
import { Button, IconButton } from '../../ui/button';
import { keysPressed, keysText } from '../../ui/keys';
import { canBeKeys } from '../palette/key-changes';
import styles from './native.module.css';

/** Keys that few systems and apps have for themselves. */
const EXAMPLE = 'CmdOrCtrl+Alt+Space';

/** Takes the next keys that are pressed. */
const useRecorder = () => {
  const platform = useApp((state) => state.platform);
  const [recording, setRecording] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!recording || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const [keys] = keysPressed(event.nativeEvent, platform);
    if (keys === 'Escape') setRecording(false);
    if (keys === undefined || !canBeKeys(keys)) return;
    setRecording(false);
    setNative({ quickKeys: keys });
  };
  return { recording, begin: () => setRecording(true), end: () => setRecording(false), onKeyDown };
};

/** In Settings: the keys that open the small window from any app, and whether they do. */
export const GlobalKeys = () => {
  const { t } = useTranslation();
  const keys = useApp(({ settings }) => settings.quickKeys);
  const platform = useApp((state) => state.platform);
  const state = useNative(({ facts }) => facts?.quickKeys ?? 'off');
  const { recording, begin, end, onKeyDown } = useRecorder();
  const shown = keys === null ? t('native.noKeys') : keysText(keys, platform);
  return (
    <div className={styles.keys}>
      <span aria-hidden className={styles.label}>
        {t('native.quickKeys')}
      </span>
      <div className={styles.row}>
        <Button
          aria-label={t(recording ? 'native.recording' : 'native.changeKeys', { keys: shown })}
          onClick={begin}
          onKeyDown={onKeyDown}
          onBlur={end}
        >
          {recording ? t('native.press') : shown}
        </Button>
        {keys !== null && (
          <IconButton label={t('native.clearKeys')} onClick={() => setNative({ quickKeys: null })}>
            <X size={14} aria-hidden />
          </IconButton>
        )}
      </div>
      <p role="status" className={state === 'taken' ? styles.problem : styles.hint}>
        {t(`native.quickKeysState.${state}`, { example: keysText(EXAMPLE, platform) })}
      </p>
    </div>
  );
};
