import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Message } from '../../../preload/contract/history';
import { readLastComparison } from '../../actions/compare';
import { loadModels } from '../../actions/endpoints';
import { chatKey, useConversation } from '../../stores/conversation-store';
import { useAskedModelId, useModels } from '../../stores/models-store';
import type { CompareChoice } from './compare-choice';
import { choiceOf, firstChoice } from './compare-choice';
import { useCompare } from './compare-store';

const CompareDialog = lazy(async () => ({ default: (await import('./compare-dialog')).CompareDialog }));

/**
 * The dialog that asks the same of several models, or with several values of a setting.
 * @param again the answer whose question is asked again; null: what is in the message box is sent.
 */
export const useComparison = (
  again: Message | null,
): { readonly open: () => void; readonly dialog: ReactNode } => {
  const [begin, setBegin] = useState<CompareChoice | null>(null);
  const model = useAskedModelId();
  const open = async () => {
    const { phase } = useModels.getState();
    if (phase === 'idle' || phase === 'failed') void loadModels(phase === 'failed');
    const kept = useCompare.getState().choices[chatKey(useConversation.getState().chatId)];
    setBegin(kept ?? choiceOf(await readLastComparison(), model) ?? firstChoice(model));
  };
  const dialog = begin !== null && (
    <Suspense>
      <CompareDialog begin={begin} again={again} onClose={() => setBegin(null)} />
    </Suspense>
  );
  return { open: () => void open(), dialog };
};
