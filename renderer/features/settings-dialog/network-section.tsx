import { useTranslation } from 'react-i18next';
import type { SettingsPatch } from '../../../preload/contract/settings';
import { request } from '../../ipc/client';
import { useApp } from '../../stores/app-store';
import { tellError } from '../../stores/notices-store';
import { TextField } from '../../ui/field';
import { useFollowedText } from '../../ui/use-followed-text';
import { useOnRemove } from '../../ui/use-on-remove';
import { SectionHeading } from '../settings-file/section-heading';
import { Contacts } from './contacts';
import { ProxyFields } from './proxy-fields';
import styles from './settings-dialog.module.css';
import { parseSilence } from './silence';

/** How long a server may be silent; saved when its field is left. */
const Patience = () => {
  const { t } = useTranslation();
  const settings = useApp((state) => state.settings);
  const [silence, setSilence] = useFollowedText(String(settings.silenceSeconds));
  const silenceSeconds = parseSilence(silence);
  const patch: SettingsPatch =
    silenceSeconds === null || silenceSeconds === settings.silenceSeconds ? {} : { silenceSeconds };
  const save = () => {
    if (patch.silenceSeconds !== undefined) request('settings.update', patch).catch(tellError);
  };
  useOnRemove(save);
  return (
    <TextField
      label={t('settings.silence')}
      inputMode="numeric"
      value={silence}
      error={silenceSeconds === null ? t('settings.silenceInvalid') : null}
      onText={setSilence}
      onBlur={save}
    />
  );
};

/** The way to servers, and which of them were contacted. */
export const NetworkSection = () => {
  const { t } = useTranslation();
  return (
    <section className={styles.section} aria-label={t('settings.network')}>
      <SectionHeading title={t('settings.network')} section="network" />
      <ProxyFields />
      <Patience />
      <Contacts />
    </section>
  );
};
