import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppError, toAppError } from '../../../preload/contract/result';
import { applySettings, pickSettings, type SettingsChange } from '../../actions/settings-file';
import { errorText } from '../../i18n/error-text';
import { sentences } from '../../i18n/sentences';
import { type SettingName, settingNames } from '../../stores/settings-sections';
import { Button } from '../../ui/button';
import { DialogFrame } from '../../ui/dialog-frame';
import { ChangesList, changesOf } from './changes-list';
import styles from './settings-file.module.css';

interface ChangesDialogProps {
  readonly title: string;
  /** What is said above the changes; `empty` where there are none. */
  readonly lead: string;
  readonly empty: string;
  readonly action: string;
  readonly change: SettingsChange;
  /** Settings that are not ticked at first. */
  readonly leave?: readonly SettingName[];
  readonly what: 'imported' | 'reset';
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

const useApply = ({ change: { patch, addEndpoints }, leave, what, onClose }: ChangesDialogProps) => {
  const { t } = useTranslation();
  const changes = changesOf(settingNames, patch, addEndpoints);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set(leave));
  const [error, setError] = useState<AppError | null>(null);
  const taken = changes.filter(({ id }) => !left.has(id));
  const apply = async () => {
    const names = taken.flatMap((each) => ('setting' in each ? [each.setting] : []));
    const servers = taken.flatMap((each) => ('endpoint' in each ? [each.endpoint] : []));
    try {
      await applySettings({ patch: pickSettings(patch, names), addEndpoints: servers }, what);
      onClose();
    } catch (thrown) {
      setError(toAppError(thrown));
    }
  };
  const said = error === null ? null : errorText(t, error);
  return {
    changes,
    left,
    setLeft,
    canApply: taken.length > 0,
    apply: () => void apply(),
    problem: said === null ? null : sentences(said.what, said.fix),
  };
};

/** Shows what a file or a reset would change before anything is changed. Mounted only while it is open. */
export const ChangesDialog = (props: ChangesDialogProps) => {
  const { title, lead, empty, action, change, onClose, children } = props;
  const { t } = useTranslation();
  const { changes, left, setLeft, canApply, apply, problem } = useApply(props);
  return (
    <DialogFrame
      title={title}
      closeLabel={t('settingsFile.close')}
      className={styles.popup}
      onClose={onClose}
    >
      <div className={styles.body}>
        <p className={styles.hint}>{changes.length === 0 ? empty : lead}</p>
        {changes.length > 0 && (
          <ChangesList changes={changes} patch={change.patch} left={left} onLeft={setLeft} />
        )}
        {children}
        {problem !== null && (
          <p role="alert" className={styles.error}>
            {problem}
          </p>
        )}
      </div>
      <div className={styles.foot}>
        <Button onClick={onClose}>
          {t(changes.length === 0 ? 'settingsFile.close' : 'settingsFile.cancel')}
        </Button>
        {changes.length > 0 && (
          <Button look="primary" disabled={!canApply} onClick={apply}>
            {action}
          </Button>
        )}
      </div>
    </DialogFrame>
  );
};
