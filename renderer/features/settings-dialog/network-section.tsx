import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppError } from '../../../preload/contract/result';
import type { SettingsPatch } from '../../../preload/contract/settings';
import { errorText } from '../../i18n/error-text';
import { sentences } from '../../i18n/sentences';
import { request } from '../../ipc/client';
import { useApp } from '../../stores/app-store';
import { tellError } from '../../stores/notices-store';
import { TextField } from '../../ui/field';
import { useOnRemove } from '../../ui/use-on-remove';
import { Contacts } from './contacts';
import styles from './settings-dialog.module.css';
import { parseSilence } from './silence';

/** Proxy and patience; each is saved when its field is left. */
export const NetworkSection = () => {
  const { t } = useTranslation();
  const settings = useApp((state) => state.settings);
  const [proxy, setProxy] = useState(settings.proxy);
  const [silence, setSilence] = useState(String(settings.silenceSeconds));
  const [proxyProblem, setProxyProblem] = useState<string | null>(null);
  const silenceSeconds = parseSilence(silence);
  const changed: SettingsPatch = {
    ...(proxy.trim() === settings.proxy ? {} : { proxy: proxy.trim() }),
    ...(silenceSeconds === null || silenceSeconds === settings.silenceSeconds ? {} : { silenceSeconds }),
  };
  const save = async (patch: SettingsPatch) => {
    try {
      await request('settings.update', patch);
      setProxyProblem(null);
    } catch (thrown) {
      const { what, fix } = errorText(t, toAppError(thrown));
      setProxyProblem(sentences(what, fix));
    }
  };
  // What is wrong with it can be told beside its field no more.
  useOnRemove(() => {
    if (Object.keys(changed).length > 0) request('settings.update', changed).catch(tellError);
  });
  return (
    <section className={styles.section} aria-label={t('settings.network')}>
      <h3>{t('settings.network')}</h3>
      <TextField
        label={t('settings.proxy')}
        value={proxy}
        hint={t('settings.proxyHint')}
        error={proxyProblem}
        onText={setProxy}
        onBlur={() => changed.proxy !== undefined && void save({ proxy: changed.proxy })}
      />
      <TextField
        label={t('settings.silence')}
        inputMode="numeric"
        value={silence}
        error={silenceSeconds === null ? t('settings.silenceInvalid') : null}
        onText={setSilence}
        onBlur={() =>
          changed.silenceSeconds !== undefined && void save({ silenceSeconds: changed.silenceSeconds })
        }
      />
      <Contacts />
    </section>
  );
};
