import { Popover } from '@base-ui/react/popover';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import type { TokenChance } from '../../../preload/contract/logprobs';
import { branchWith } from '../../actions/logprobs';
import { request } from '../../ipc/client';
import { useChatList } from '../../stores/chat-list-store';
import { tellError } from '../../stores/notices-store';
import { messageText } from '../../stores/transcript';
import { Button } from '../../ui/button';
import styles from './logprobs.module.css';
import { branchText, bytesOf, probabilityOf } from './token-text';
import { percentText, tokenName } from './token-words';

const isSame = (one: TokenChance, other: TokenChance): boolean =>
  one.token === other.token && String(bytesOf(one)) === String(bytesOf(other));

/** The chosen token stands among its alternatives even where the server left it out. */
const withChosen = (chosen: TokenChance, others: readonly TokenChance[]): readonly TokenChance[] =>
  others.some((other) => isSame(other, chosen)) ? others : [chosen, ...others];

interface AlternativesProps {
  readonly message: Message;
  readonly tokens: readonly TokenChance[];
  readonly at: number;
  /** The token's element. */
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

type RowProps = Omit<AlternativesProps, 'anchor'> & { readonly other: TokenChance; readonly chosen: boolean };

const Row = ({ message, tokens, at, other, chosen, onClose }: RowProps) => {
  const { t, i18n } = useTranslation();
  const busy = useChatList((list) => list.busy.has(message.chatId));
  const name = tokenName(t, other);
  const continues = (message.answer?.continuesId ?? null) !== null;
  const text = chosen ? null : branchText(messageText(message), tokens, { at, other, continues });
  const branch = () => {
    onClose();
    if (text !== null) void branchWith(message, text);
  };
  return (
    <li className={styles.row}>
      <code className={styles.name}>{name}</code>
      <span className={styles.bar} aria-hidden>
        <span style={{ inlineSize: `${100 * (probabilityOf(other) ?? 0)}%` }} />
      </span>
      <span className={styles.percent}>{percentText(t, i18n.language, other)}</span>
      {chosen ? (
        <span className={styles.chosen}>{t('logprobs.chosen')}</span>
      ) : (
        <Button
          look="quiet"
          disabled={busy || text === null}
          title={text === null ? t('logprobs.partOnly') : undefined}
          onClick={branch}
        >
          {t('logprobs.branch', { token: name })}
        </Button>
      )}
    </li>
  );
};

/** What else could have stood there; null while it is read. */
const useAlternatives = ({ chatId, id: messageId }: Message, at: number): readonly TokenChance[] | null => {
  const [found, setFound] = useState<readonly TokenChance[] | null>(null);
  useEffect(() => {
    let wanted = true;
    request('chat.alternatives', { chatId, messageId, at }).then(
      (others) => wanted && setFound(others),
      (thrown: unknown) => tellError(thrown),
    );
    return () => {
      wanted = false;
    };
  }, [chatId, messageId, at]);
  return found;
};

const Rows = ({ chosen, ...place }: Omit<AlternativesProps, 'anchor'> & { readonly chosen: TokenChance }) => {
  const { t } = useTranslation();
  const others = useAlternatives(place.message, place.at);
  if (others === null) return null;
  return (
    <>
      <ul className={styles.rows}>
        {withChosen(chosen, others).map((other) => (
          <Row
            key={`${other.token} ${String(other.bytes)}`}
            {...place}
            other={other}
            chosen={isSame(other, chosen)}
          />
        ))}
      </ul>
      {others.length === 0 && <p className={styles.note}>{t('logprobs.noAlternatives')}</p>}
    </>
  );
};

/** What else could have stood in a token's place. Mounted only while it is open. */
export const Alternatives = ({ anchor, ...place }: AlternativesProps) => {
  const { t } = useTranslation();
  const chosen = place.tokens[place.at];
  if (chosen === undefined) return null;
  return (
    <Popover.Root open onOpenChange={(open) => !open && place.onClose()}>
      {/* Below the conversation's landmark: what hangs from the body belongs to no part of the page. */}
      <Popover.Portal container={anchor.closest('main') ?? document.body}>
        <Popover.Positioner anchor={anchor} sideOffset={6} align="start" className={styles.positioner}>
          <Popover.Popup
            className={styles.popup}
            finalFocus={() => anchor.closest<HTMLElement>('[role=listbox]')}
          >
            <Popover.Title className={styles.popupTitle}>
              {t('logprobs.alternatives', { token: tokenName(t, chosen) })}
            </Popover.Title>
            <Rows {...place} chosen={chosen} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
};
