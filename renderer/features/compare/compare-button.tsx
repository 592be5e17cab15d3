import { Columns3 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { readLastComparison } from '../../actions/compare';
import { loadModels } from '../../actions/endpoints';
import { useApp } from '../../stores/app-store';
import { useChatList } from '../../stores/chat-list-store';
import { chatKey, useConversation } from '../../stores/conversation-store';
import { useAskedModelId, useModels } from '../../stores/models-store';
import { IconButton } from '../../ui/button';
import type { CompareChoice } from './compare-choice';
import { choiceOf, firstChoice } from './compare-choice';
import { useCompare } from './compare-store';

const CompareDialog = lazy(async () => ({ default: (await import('./compare-dialog')).CompareDialog }));

interface CompareButtonProps {
  /** The answer whose question is asked again; null: what is in the message box is sent. */
  readonly again: Message | null;
}

/** Asks the same of several models, or with several values of a setting. */
export const CompareButton = ({ again }: CompareButtonProps) => {
  const { t } = useTranslation();
  const [begin, setBegin] = useState<CompareChoice | null>(null);
  const chatId = useConversation((state) => state.chatId);
  const busy = useChatList((list) => chatId !== null && list.busy.has(chatId));
  const noEndpoint = useApp(({ endpointId }) => endpointId === null);
  const model = useAskedModelId();
  const open = async () => {
    const { phase } = useModels.getState();
    if (phase === 'idle' || phase === 'failed') void loadModels(phase === 'failed');
    const kept = useCompare.getState().choices[chatKey(chatId)];
    setBegin(kept ?? choiceOf(await readLastComparison(), model) ?? firstChoice(model));
  };
  return (
    <>
      <IconButton
        label={t(again === null ? 'compare.open' : 'compare.again')}
        aria-haspopup="dialog"
        disabled={busy || noEndpoint}
        onClick={() => void open()}
      >
        <Columns3 size={again === null ? 17 : 15} aria-hidden />
      </IconButton>
      {begin !== null && (
        <Suspense>
          <CompareDialog begin={begin} again={again} onClose={() => setBegin(null)} />
        </Suspense>
      )}
    </>
  );
};
