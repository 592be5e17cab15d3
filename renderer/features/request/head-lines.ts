import type { HeaderLine, ReceivedHead, SentRequest } from '../../../preload/contract/exchange';

const lines = (first: string, headers: readonly HeaderLine[]): string =>
  [first, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\n');

/** The head of a request as it goes over the wire, its key struck out. */
export const requestHead = ({ url, headers }: SentRequest): string => lines(`POST ${url}`, headers);

/** The head of an answer. */
export const answerHead = ({ status, headers }: ReceivedHead): string => lines(`HTTP ${status}`, headers);
