import { useTranslation } from 'react-i18next';
import {
  accents,
  contrasts,
  densities,
  type SettingsPatch,
  textSizes,
} from '../../../preload/contract/settings';
import { request } from '../../ipc/client';
import { useApp } from '../../stores/app-store';
import { tellError } from '../../stores/notices-store';
import { Choice } from '../../ui/choice';
import { AutoTitlesSetting } from '../organise/auto-titles-setting';
import { SectionHeading } from '../settings-file/section-heading';
import { ReplyViewSetting } from '../transcript/reply-view-setting';
import styles from './settings-dialog.module.css';

const update = (patch: SettingsPatch) => void request('settings.update', patch).catch(tellError);

/** Colour, size and distance of everything. */
const Look = () => {
  const { t } = useTranslation();
  const { accent, textSize, density, contrast } = useApp((state) => state.settings);
  return (
    <div className={styles.pair}>
      <Choice
        label={t('settings.accent')}
        value={accent}
        options={accents.map((value) => ({ value, label: t(`settings.accents.${value}`) }))}
        onChoose={(chosen) => update({ accent: chosen })}
      />
      <Choice
        label={t('settings.contrast')}
        value={contrast}
        options={contrasts.map((value) => ({ value, label: t(`settings.contrasts.${value}`) }))}
        onChoose={(chosen) => update({ contrast: chosen })}
      />
      <Choice
        label={t('settings.textSize')}
        value={textSize}
        options={textSizes.map((value) => ({ value, label: t(`settings.textSizes.${value}`) }))}
        onChoose={(chosen) => update({ textSize: chosen })}
      />
      <Choice
        label={t('settings.density')}
        value={density}
        options={densities.map((value) => ({ value, label: t(`settings.densities.${value}`) }))}
        onChoose={(chosen) => update({ density: chosen })}
      />
    </div>
  );
};

/** Language and look. */
export const AppearanceSection = () => {
  const { t } = useTranslation();
  const { language, theme } = useApp((state) => state.settings);
  return (
    <section className={styles.section} aria-label={t('settings.appearance')}>
      <SectionHeading title={t('settings.appearance')} section="appearance" />
      <div className={styles.pair}>
        <Choice
          label={t('settings.language')}
          value={language}
          options={[
            { value: 'system', label: t('settings.system') },
            // A language is named in itself, so that who does not read the page's can still find it.
            { value: 'en', label: 'English' },
            { value: 'zh-CN', label: '简体中文' },
          ]}
          onChoose={(chosen) => update({ language: chosen })}
        />
        <Choice
          label={t('settings.theme')}
          value={theme}
          options={[
            { value: 'system', label: t('settings.system') },
            { value: 'light', label: t('settings.light') },
            { value: 'dark', label: t('settings.dark') },
          ]}
          onChoose={(chosen) => update({ theme: chosen })}
        />
      </div>
      <Look />
      <ReplyViewSetting />
      <AutoTitlesSetting />
    </section>
  );
};
