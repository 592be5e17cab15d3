import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppError } from '../../../preload/contract/result';
import { errorText } from '../../i18n/error-text';
import { sentences } from '../../i18n/sentences';
import { request } from '../../ipc/client';
import { useApp } from '../../stores/app-store';
import { tellError } from '../../stores/notices-store';
import { Button, IconButton } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { SectionHeading } from '../settings-file/section-heading';
import styles from './settings-dialog.module.css';
import { spellingName } from './spelling-name';

interface Offered {
  readonly languages: readonly string[];
  readonly from: string | null;
}

const useOffered = (): Offered => {
  const [offered, setOffered] = useState<Offered>({ languages: [], from: null });
  useEffect(() => void request('spelling.languages', {}).then(setOffered, tellError), []);
  return offered;
};

/** Asking for a dictionary: which, whether it is on its way, and what went wrong. */
const useAdding = () => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const add = async (language: string) => {
    setBusy(true);
    setProblem(null);
    try {
      await request('spelling.add', { language });
      setChosen('');
    } catch (thrown) {
      const { what, fix } = errorText(t, toAppError(thrown));
      setProblem(sentences(what, fix));
    }
    setBusy(false);
  };
  return { chosen, choose: setChosen, busy, problem, add };
};

/** Languages that spelling is checked in now. */
const Checked = ({ nameOf }: { readonly nameOf: (language: string) => string }) => {
  const { t } = useTranslation();
  const { spellCheck } = useApp((state) => state.settings);
  if (spellCheck.length === 0) return <p className={styles.hint}>{t('spelling.off')}</p>;
  return (
    <ul className={styles.chosen} aria-label={t('spelling.on')}>
      {spellCheck.map((language) => (
        <li key={language}>
          {nameOf(language)}
          <IconButton
            label={t('spelling.remove', { language: nameOf(language) })}
            onClick={() => request('spelling.remove', { language }).catch(tellError)}
          >
            <X size={13} aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
};

/** Whether spelling is checked, and in which languages. Off until one is chosen: its dictionary has to be fetched. */
export const SpellingSection = () => {
  const { t } = useTranslation();
  const nameOf = (language: string) => spellingName(t, language);
  const { languages, from } = useOffered();
  const { spellCheck } = useApp((state) => state.settings);
  const { chosen, choose, busy, problem, add } = useAdding();
  const rest = languages
    .filter((language) => !spellCheck.includes(language))
    .map((value) => ({ value, label: nameOf(value) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <section className={styles.section} aria-label={t('spelling.title')}>
      <SectionHeading title={t('spelling.title')} section="spelling" />
      <Checked nameOf={nameOf} />
      {from === null && rest.length > 0 && (
        <div className={styles.buttons}>
          <Button onClick={() => void add('system')}>{t('spelling.turnOn')}</Button>
        </div>
      )}
      {from !== null && (
        <>
          <Choice
            label={t('spelling.add')}
            value={chosen}
            options={[{ value: '', label: t('spelling.choose') }, ...rest]}
            onChoose={choose}
          />
          <div className={styles.buttons}>
            <Button disabled={chosen === '' || busy} onClick={() => void add(chosen)}>
              {t('spelling.get')}
            </Button>
            <span role="status" className={styles.hint}>
              {busy ? t('spelling.getting') : ''}
            </span>
          </div>
        </>
      )}
      <p className={styles.hint}>
        {from === null ? t('spelling.ofSystem') : t('spelling.from', { host: from })}
      </p>
      {problem !== null && (
        <p role="alert" className={styles.error}>
          {problem}
        </p>
      )}
    </section>
  );
};
