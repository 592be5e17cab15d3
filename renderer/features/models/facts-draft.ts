import {
  encodingNames,
  MAX_MODEL_TOKENS,
  MAX_PRICE,
  modelEndpoints,
  type OwnFacts,
} from '../../../preload/contract/own-facts';

/** Fields that hold a number as it was typed. */
export type NumberFact = 'contextWindow' | 'maxOutput' | 'input' | 'cachedInput' | 'output';

/** A form with facts of a model as it was filled in. Empty: not set. */
export type FactsDraft = Readonly<Record<NumberFact | 'encoding' | 'endpoint', string>>;

/** What is wrong with a field. */
type FactProblem = 'notTokens' | 'notPrice' | 'priceMissing';

/** What is wrong with the fields of a form, where something is. */
export type FactProblems = Readonly<Partial<Record<NumberFact, FactProblem>>>;

/** The facts of a form that is right, or what is wrong with which field. */
export type ReadFacts =
  | { readonly ok: true; readonly facts: OwnFacts }
  | { readonly ok: false; readonly problems: FactProblems };

const show = (value: number | null | undefined): string => (value == null ? '' : String(value));

/** The form of what is set so far. */
export const draftOf = (facts: OwnFacts | undefined): FactsDraft => ({
  contextWindow: show(facts?.contextWindow),
  maxOutput: show(facts?.maxOutput),
  encoding: facts?.encoding ?? '',
  endpoint: facts?.endpoint ?? '',
  input: show(facts?.price?.input),
  cachedInput: show(facts?.price?.cachedInput),
  output: show(facts?.price?.output),
});

/** Undefined: empty. Null: not a number in range. Full-width digits, as Chinese input methods type them, count too. */
type Typed = number | null | undefined;

const readTokens = (typed: string): Typed => {
  // As windows are written everywhere: 128,000 or 128 000.
  const text = typed.normalize('NFKC').replace(/[,_\s]/g, '');
  if (text === '') return undefined;
  const value = Number(text);
  return /^\d+$/.test(text) && value >= 1 && value <= MAX_MODEL_TOKENS ? value : null;
};

const readPrice = (typed: string): Typed => {
  const text = typed.normalize('NFKC').replace('。', '.').replace(/^\$/, '').trim();
  if (text === '') return undefined;
  return /^(\d+\.?\d*|\.\d+)$/.test(text) && Number(text) <= MAX_PRICE ? Number(text) : null;
};

const problemsOf = (numbers: Readonly<Record<NumberFact, Typed>>) => {
  const { contextWindow, maxOutput, input, cachedInput, output } = numbers;
  const isPriced = [input, cachedInput, output].some((value) => value !== undefined);
  const missing = (value: Typed) => (isPriced && value === undefined ? 'priceMissing' : undefined);
  const found = {
    contextWindow: contextWindow === null ? 'notTokens' : undefined,
    maxOutput: maxOutput === null ? 'notTokens' : undefined,
    input: input === null ? 'notPrice' : missing(input),
    cachedInput: cachedInput === null ? 'notPrice' : undefined,
    output: output === null ? 'notPrice' : missing(output),
  } as const;
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined));
};

/** Reads a form. */
export const readDraft = (draft: FactsDraft): ReadFacts => {
  const contextWindow = readTokens(draft.contextWindow);
  const maxOutput = readTokens(draft.maxOutput);
  const input = readPrice(draft.input);
  const cachedInput = readPrice(draft.cachedInput);
  const output = readPrice(draft.output);
  const problems = problemsOf({ contextWindow, maxOutput, input, cachedInput, output });
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const encoding = encodingNames.find((name) => name === draft.encoding);
  const endpoint = modelEndpoints.find((name) => name === draft.endpoint);
  return {
    ok: true,
    facts: {
      ...(contextWindow == null ? {} : { contextWindow }),
      ...(maxOutput == null ? {} : { maxOutput }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(input == null || output == null
        ? {}
        : { price: { input, cachedInput: cachedInput ?? null, output } }),
    },
  };
};
