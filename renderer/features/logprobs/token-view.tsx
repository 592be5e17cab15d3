import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import type { TokenChance } from '../../../preload/contract/logprobs';
import { errorText } from '../../i18n/error-text';
import { Alternatives } from './alternatives';
import { certainties, summaryOf } from './certainty';
import styles from './logprobs.module.css';
import { TokenList } from './token-list';
import { shownTokens } from './token-text';
import { useLogprobs } from './use-logprobs';

const Head = ({ tokens }: { readonly tokens: readonly TokenChance[] }) => {
  const { t, i18n } = useTranslation();
  const summary = summaryOf(tokens);
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 });
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const text =
    summary === null
      ? t('logprobs.noneTold')
      : t('logprobs.summary', {
          count: summary.tokens,
          tokens: number.format(summary.tokens),
          mean: percent.format(summary.mean),
          perplexity: number.format(summary.perplexity),
        });
  return (
    <div className={styles.head}>
      <p title={t('logprobs.perplexityHint')}>{text}</p>
      <ul className={styles.legend} aria-label={t('logprobs.legend')}>
        {certainties.map(([certainty, lowest]) => (
          <li key={certainty}>
            <span className={`${styles.token} ${styles[certainty] ?? ''}`}>
              {t(lowest === 0 ? 'logprobs.less' : 'logprobs.from', {
                percent: percent.format(lowest === 0 ? 0.1 : lowest),
              })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};

interface OpenToken {
  readonly at: number;
  readonly element: HTMLElement;
}

const Tokens = ({
  message,
  tokens,
}: {
  readonly message: Message;
  readonly tokens: readonly TokenChance[];
}) => {
  const [open, setOpen] = useState<OpenToken | null>(null);
  const shown = useMemo(() => shownTokens(tokens), [tokens]);
  return (
    <>
      <Head tokens={tokens} />
      <TokenList tokens={shown} onOpen={(at, element) => setOpen({ at, element })} />
      {open !== null && (
        <Alternatives
          message={message}
          tokens={tokens}
          at={open.at}
          anchor={open.element}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
};

/** A reply as its tokens, coloured by how certain each was. */
export const TokenView = ({ message }: { readonly message: Message }) => {
  const { t } = useTranslation();
  const { tokens, error } = useLogprobs(message);
  return (
    <section className={styles.view} aria-label={t('logprobs.view')}>
      {error !== null && <p role="alert">{errorText(t, error).what}</p>}
      {tokens === null && error === null && <p role="status">{t('logprobs.loading')}</p>}
      {tokens !== null && <Tokens message={message} tokens={tokens} />}
    </section>
  );
};
