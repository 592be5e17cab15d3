import { RotateCcw } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ResetSection, settingsOf } from '../../stores/settings-sections';
import { IconButton } from '../../ui/button';
import { ResetDialog } from './reset-dialog';
import styles from './settings-file.module.css';

interface SectionHeadingProps {
  readonly title: string;
  readonly section: ResetSection;
  /** Given where the heading takes the focus. */
  readonly heading?: RefObject<HTMLHeadingElement | null>;
}

/** The heading of a part of the settings, with the button that puts its settings back. */
export const SectionHeading = ({ title, section, heading }: SectionHeadingProps) => {
  const { t } = useTranslation();
  const [resetting, setResetting] = useState(false);
  return (
    <div className={styles.heading}>
      <h3 {...(heading === undefined ? {} : { ref: heading, tabIndex: -1 })}>{title}</h3>
      <IconButton
        label={t('settingsFile.resetSection', { section: title })}
        onClick={() => setResetting(true)}
      >
        <RotateCcw size={14} aria-hidden />
      </IconButton>
      {resetting && <ResetDialog names={settingsOf[section]} onClose={() => setResetting(false)} />}
    </div>
  );
};
