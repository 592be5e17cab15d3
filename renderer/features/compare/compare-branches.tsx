import { FileDiff } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { readMessages } from '../../actions/compare';
import { messageText } from '../../stores/transcript';
import { IconButton } from '../../ui/button';
import type { ComparedText } from './diff-dialog';

const DiffDialog = lazy(async () => ({ default: (await import('./diff-dialog')).DiffDialog }));

/** Most branches that are offered: the newest. */
const MOST = 100;
/** Characters of a branch's text that name it. */
const NAME_LENGTH = 48;

interface CompareBranchesProps {
  readonly message: Message;
  readonly siblingIds: readonly string[];
}

/** Shows what differs between a message and those in whose place it stands. */
export const CompareBranches = ({ message, siblingIds }: CompareBranchesProps) => {
  const { t } = useTranslation();
  const [texts, setTexts] = useState<readonly ComparedText[] | null>(null);
  const nameOf = (branch: Message): string => {
    const { id, answer } = branch;
    const begin = messageText(branch).trim().replace(/\s+/g, ' ').slice(0, NAME_LENGTH);
    return `${siblingIds.indexOf(id) + 1} / ${siblingIds.length} · ${answer?.model ?? begin}`;
  };
  const open = async () => {
    const at = siblingIds.indexOf(message.id);
    // Beside the one before it, or after it where it is the first.
    const other = siblingIds[at === 0 ? 1 : at - 1];
    const rest = siblingIds.filter((id) => id !== message.id && id !== other).slice(2 - MOST);
    const pair = at === 0 ? [message.id, other] : [other, message.id];
    const messages = await readMessages(
      message.chatId,
      [...pair, ...rest].filter((id) => id !== undefined),
    );
    if (messages.length < 2) return;
    setTexts(messages.map((each) => ({ id: each.id, name: nameOf(each), text: messageText(each) })));
  };
  return (
    <>
      <IconButton label={t('compare.branches')} aria-haspopup="dialog" onClick={() => void open()}>
        <FileDiff size={14} aria-hidden />
      </IconButton>
      {texts !== null && (
        <Suspense>
          <DiffDialog title={t('compare.branches')} texts={texts} onClose={() => setTexts(null)} />
        </Suspense>
      )}
    </>
  );
};
