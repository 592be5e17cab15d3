import type { RequestInput } from '../../../preload/contract/requests';
import type { Settings } from '../../../preload/contract/settings';

/** The proxy as it is being typed. */
export interface ProxyForm {
  readonly proxy: string;
  readonly user: string;
  /** Empty keeps the stored one. */
  readonly password: string;
  readonly bypass: string;
}

type Saved = Pick<Settings, 'proxy' | 'proxyUser' | 'proxyBypass'>;

/** The form of what is saved. */
export const savedForm = ({ proxy, proxyUser, proxyBypass }: Saved): ProxyForm => ({
  proxy,
  user: proxyUser,
  password: '',
  bypass: proxyBypass,
});

/** What is asked of main for a form. A name that is taken away takes the password with it. */
export const inputOf = ({ proxy, user, password, bypass }: ProxyForm): RequestInput<'network.saveProxy'> => ({
  proxy: proxy.trim(),
  user: user.trim(),
  password: password !== '' ? password : user.trim() === '' ? '' : null,
  bypass: bypass.trim(),
});

/** True when the form holds what is not saved. */
export const isChanged = (form: ProxyForm, saved: Saved): boolean => {
  const { proxy, user, password, bypass } = savedForm(saved);
  return (
    form.proxy.trim() !== proxy ||
    form.user.trim() !== user ||
    form.password !== password ||
    form.bypass.trim() !== bypass
  );
};

/** The form once `sent` was saved: main writes it in its own way. What was typed since stays as it is. */
export const takeSaved = (now: ProxyForm, sent: ProxyForm, saved: Saved): ProxyForm => {
  const next = savedForm(saved);
  const taken = (Object.keys(next) as (keyof ProxyForm)[]).filter((name) => now[name] === sent[name]);
  return { ...now, ...Object.fromEntries(taken.map((name) => [name, next[name]])) };
};
