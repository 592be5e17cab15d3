import type { TFunction } from 'i18next';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsPatch } from '../../../preload/contract/settings';
import type { UpdateState } from '../../../preload/contract/updates';
import { checkForUpdates, loadUpdates } from '../../actions/updates';
import { exactTime } from '../../i18n/dates';
import { sentences } from '../../i18n/sentences';
import { request } from '../../ipc/client';
import { useApp } from '../../stores/app-store';
import { tellError } from '../../stores/notices-store';
import { useUpdates } from '../../stores/updates-store';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import styles from '../settings-dialog/settings-dialog.module.css';
import { useAimedHeading } from '../settings-dialog/use-aimed-heading';
import { SectionHeading } from '../settings-file/section-heading';
import { UpdateFound } from './update-step';

const update = (patch: SettingsPatch) => void request('settings.update', patch).catch(tellError);

const stepText = (t: TFunction, language: string, step: UpdateState['step']): string | null => {
  switch (step.kind) {
    case 'none':
      if (step.checkedAt === null) return null;
      return t('updates.upToDate', { time: exactTime(language, step.checkedAt) });
    case 'checking':
      return t('updates.checking');
    default:
      return t(`updates.${step.kind}`, { version: step.found.version });
  }
};

const UpdateSettings = () => {
  const { t } = useTranslation();
  const { updateChecks, betaVersions } = useApp(({ settings }) => settings);
  return (
    <>
      <Choice
        label={t('updates.quiet')}
        hint={t('updates.quietHint')}
        value={updateChecks ? 'on' : 'off'}
        options={[
          { value: 'on', label: t('updates.quietOn') },
          { value: 'off', label: t('updates.quietOff') },
        ]}
        onChoose={(chosen) => update({ updateChecks: chosen === 'on' })}
      />
      <Choice
        label={t('updates.channel')}
        value={betaVersions ? 'beta' : 'stable'}
        options={[
          { value: 'stable', label: t('updates.stable') },
          { value: 'beta', label: t('updates.beta') },
        ]}
        onChoose={(chosen) => update({ betaVersions: chosen === 'beta' })}
      />
    </>
  );
};

/** In Settings: which version this is, whether there is a newer one, and bringing it in. */
export const UpdatesSection = () => {
  const { t, i18n } = useTranslation();
  const version = useApp((app) => app.version);
  const state = useUpdates((updates) => updates.state);
  const { way, step, problem } = state;
  const said = way === 'never' ? t('updates.never') : stepText(t, i18n.language, step);
  const heading = useAimedHeading('updates');
  useEffect(() => {
    void loadUpdates();
  }, []);
  return (
    <section className={styles.section} aria-label={t('updates.title')}>
      <SectionHeading title={t('updates.title')} section="updates" heading={heading} />
      <p role="status" aria-label={t('updates.title')}>
        {sentences(t('updates.current', { version }), said)}
      </p>
      {problem !== null && (
        <p role="alert" className={styles.error}>
          {t(`updates.problem.${problem}`)}
        </p>
      )}
      {'found' in step && <UpdateFound state={state} found={step.found} />}
      {way !== 'never' && (
        <>
          {(step.kind === 'none' || step.kind === 'found') && (
            <div className={styles.buttons}>
              <Button onClick={() => void checkForUpdates()}>{t('updates.check')}</Button>
            </div>
          )}
          <UpdateSettings />
        </>
      )}
    </section>
  );
};
