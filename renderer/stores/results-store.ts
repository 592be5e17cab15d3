import { create } from 'zustand';
import type { ResultDraft } from '../../preload/contract/history';

/** What is typed as results of calls and not sent, by `keyOf`. */
interface ResultsState {
  readonly texts: Readonly<Record<string, string>>;
}

/** Everything that was typed as a result and not sent. */
export const useResults = create<ResultsState>()(() => ({ texts: {} }));

const keyOf = (messageId: string, callId: string): string => `${messageId} ${callId}`;

/** The text typed as the result of a call. */
export const resultOf = ({ texts }: ResultsState, messageId: string, callId: string): string =>
  texts[keyOf(messageId, callId)] ?? '';

/** Notes what the person typed as the result of a call. */
export const typeResult = ({ messageId, callId, text }: ResultDraft): void =>
  useResults.setState(({ texts }) => ({ texts: { ...texts, [keyOf(messageId, callId)]: text } }));

/** Takes in what was saved, unless something was typed there in this run. */
export const restoreResults = (drafts: readonly ResultDraft[]): void =>
  useResults.setState(({ texts }) => {
    const saved = drafts.map(({ messageId, callId, text }) => [keyOf(messageId, callId), text] as const);
    return { texts: { ...Object.fromEntries(saved), ...texts } };
  });

/** Forgets what was typed as results of a message's calls: it was sent. */
export const dropResults = (messageId: string): void =>
  useResults.setState(({ texts }) => ({
    texts: Object.fromEntries(Object.entries(texts).filter(([key]) => !key.startsWith(`${messageId} `))),
  }));
