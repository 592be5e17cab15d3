import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProxyPasswordInfo } from '../../../preload/contract/network';
import { toAppError } from '../../../preload/contract/result';
import { errorText } from '../../i18n/error-text';
import { sentences } from '../../i18n/sentences';
import { request } from '../../ipc/client';
import { useApp } from '../../stores/app-store';
import { tellError } from '../../stores/notices-store';
import { TextField } from '../../ui/field';
import { useOnRemove } from '../../ui/use-on-remove';
import { inputOf, isChanged, type ProxyForm, savedForm, takeSaved } from './proxy-form';
import styles from './settings-dialog.module.css';

const NO_PASSWORD: ProxyPasswordInfo = { stored: false, method: null };

const useProxyForm = () => {
  const { t } = useTranslation();
  const settings = useApp((state) => state.settings);
  const [form, setForm] = useState<ProxyForm>(() => savedForm(settings));
  const [seen, setSeen] = useState(settings);
  // What was not typed in follows a change from elsewhere: taken away, it would else be saved over that.
  if (seen !== settings) {
    setSeen(settings);
    setForm((now) => takeSaved(now, savedForm(seen), settings));
  }
  const [password, setPassword] = useState(NO_PASSWORD);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => void request('network.proxyPassword', {}).then(setPassword, tellError), []);
  const save = async () => {
    if (!isChanged(form, settings)) return;
    try {
      // Not what the store says: its news may come after this answer.
      const saved = await request('network.saveProxy', inputOf(form));
      setPassword(saved.password);
      setProblem(null);
      setForm((now) => takeSaved(now, form, saved));
    } catch (thrown) {
      const { what, fix } = errorText(t, toAppError(thrown));
      setProblem(sentences(what, fix));
    }
  };
  // What is wrong with it can be told beside its field no more.
  useOnRemove(() => {
    if (isChanged(form, settings)) request('network.saveProxy', inputOf(form)).catch(tellError);
  });
  return {
    form,
    change: (part: Partial<ProxyForm>) => setForm((now) => ({ ...now, ...part })),
    password,
    problem,
    save: () => void save(),
  };
};

/** The proxy, what it is told, and what goes past it; saved when a field is left. */
export const ProxyFields = () => {
  const { t } = useTranslation();
  const { form, change, password, problem, save } = useProxyForm();
  return (
    <>
      <TextField
        label={t('settings.proxy')}
        value={form.proxy}
        hint={t('settings.proxyHint')}
        error={problem}
        alerts
        onText={(proxy) => change({ proxy })}
        onBlur={save}
      />
      <div className={styles.pair}>
        <TextField
          label={t('network.user')}
          value={form.user}
          onText={(user) => change({ user })}
          onBlur={save}
        />
        <TextField
          label={t('network.password')}
          type="password"
          value={form.password}
          placeholder={password.stored ? t('network.passwordKept') : ''}
          hint={password.method === null ? undefined : t(`network.passwordIn.${password.method}`)}
          onText={(typed) => change({ password: typed })}
          onBlur={save}
        />
      </div>
      <TextField
        label={t('network.bypass')}
        value={form.bypass}
        hint={t('network.bypassHint')}
        onText={(bypass) => change({ bypass })}
        onBlur={save}
      />
    </>
  );
};
