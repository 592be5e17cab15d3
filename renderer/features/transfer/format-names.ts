import type { ImportFormat } from '../../../preload/contract/transfer';

/** The apps and formats by their own names, which are the same in every language. */
export const formatNames: Readonly<Record<ImportFormat, string>> = {
  parlance: 'Parlance',
  chatgpt: 'ChatGPT',
  claude: 'Claude',
  chatbox: 'Chatbox',
  cherry: 'Cherry Studio',
  nextchat: 'NextChat',
  openaiJsonl: 'OpenAI JSONL',
};
