import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseMirror, loadMirror, turnMirrorOff } from '../../actions/mirror';
import { sentences } from '../../i18n/sentences';
import { useMirror } from '../../stores/mirror-store';
import { Button } from '../../ui/button';
import styles from '../settings-dialog/settings-dialog.module.css';

const MirrorStatus = () => {
  const { t } = useTranslation();
  const state = useMirror((view) => view.state);
  if (state.kind === 'off') return <p role="status">{t('mirror.off')}</p>;
  const { name, waiting, problem } = state;
  const progress = waiting === 0 ? t('mirror.upToDate') : t('mirror.waiting', { count: waiting });
  return (
    <p role="status">
      {sentences(t('mirror.on', { name }), problem === null ? progress : t(`mirror.problem.${problem}`))}
    </p>
  );
};

/** In Settings: the folder that chats are kept in as plain files, beside the history. */
export const MirrorSection = () => {
  const { t } = useTranslation();
  const isOn = useMirror(({ state }) => state.kind === 'on');
  useEffect(() => void loadMirror(), []);
  return (
    <section className={styles.section} aria-label={t('mirror.title')}>
      <h3>{t('mirror.title')}</h3>
      <MirrorStatus />
      <div className={styles.buttons}>
        <Button onClick={() => void chooseMirror()}>{t(isOn ? 'mirror.change' : 'mirror.choose')}</Button>
        {isOn && <Button onClick={() => void turnMirrorOff()}>{t('mirror.turnOff')}</Button>}
      </div>
      <p className={styles.hint}>{t('mirror.hint')}</p>
      <p className={styles.hint}>{t('mirror.notEncrypted')}</p>
    </section>
  );
};
