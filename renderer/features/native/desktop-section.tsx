import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { loginStarts } from '../../../preload/contract/native';
import { notificationChoices, trayChoices } from '../../../preload/contract/settings';
import { loadNative, setLoginStart, setNative } from '../../actions/native';
import { useApp } from '../../stores/app-store';
import { useNative } from '../../stores/native-store';
import { Choice } from '../../ui/choice';
import styles from '../settings-dialog/settings-dialog.module.css';
import { SectionHeading } from '../settings-file/section-heading';
import { GlobalKeys } from './global-keys';

const Tray = () => {
  const { t } = useTranslation();
  const tray = useApp(({ settings }) => settings.tray);
  const place = useApp(({ platform }) => (platform === 'darwin' ? 'menuBar' : 'tray'));
  const hasTray = useNative(({ facts }) => facts?.hasTray !== false);
  return (
    <Choice
      label={t(`native.${place}`)}
      hint={hasTray ? t('native.trayHint') : t('native.noTray')}
      value={tray}
      options={trayChoices.map((value) => ({ value, label: t(`native.trays.${value}`) }))}
      onChoose={(chosen) => setNative({ tray: chosen })}
    />
  );
};

const LoginStart = () => {
  const { t } = useTranslation();
  const start = useNative(({ facts }) => facts?.loginStart ?? 'no');
  const isMac = useApp(({ platform }) => platform === 'darwin');
  const tray = useApp(({ settings }) => settings.tray);
  // macOS hides no app at its start any more.
  const offered = loginStarts.filter((value) => !(isMac && value === 'hidden'));
  return (
    <Choice
      label={t('native.loginStart')}
      hint={start === 'hidden' && tray === 'off' ? t('native.hiddenNeedsTray') : undefined}
      value={start}
      options={offered.map((value) => ({ value, label: t(`native.loginStarts.${value}`) }))}
      onChoose={(chosen) => void setLoginStart(chosen)}
    />
  );
};

/** What Parlance is on the desktop beside its window. */
export const DesktopSection = () => {
  const { t } = useTranslation();
  const notifications = useApp(({ settings }) => settings.notifications);
  useEffect(() => void loadNative(), []);
  return (
    <section className={styles.section} aria-label={t('native.title')}>
      <SectionHeading title={t('native.title')} section="desktop" />
      <Choice
        label={t('native.notifications')}
        hint={t('native.notificationsHint')}
        value={notifications}
        options={notificationChoices.map((value) => ({
          value,
          label: t(`native.notificationChoices.${value}`),
        }))}
        onChoose={(chosen) => setNative({ notifications: chosen })}
      />
      <GlobalKeys />
      <div className={styles.pair}>
        <Tray />
        <LoginStart />
      </div>
    </section>
  );
};
