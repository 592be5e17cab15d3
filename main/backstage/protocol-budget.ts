import type { Message } from '../../preload/contract/history';
import type { EncodingName } from '../../preload/contract/models';
import type { MonthSpending } from '../../preload/contract/spending';
import type { TokenCount } from '../../preload/contract/token-count';
import type { CountingRule } from './counting-rule';

interface Op<Input, Output> {
  readonly input: Input;
  readonly output: Output;
}

/** Operations on what a context holds and costs. */
export interface BudgetOps {
  /** Errors: `history.notFound`; `request.invalid` for a call or its result, which stay together. */
  readonly 'message.pin': Op<
    { readonly chatId: string; readonly messageId: string; readonly pinned: boolean },
    Message
  >;
  /** What a message takes in a prompt. Errors: `history.notFound`. */
  readonly 'message.count': Op<
    { readonly chatId: string; readonly messageId: string; readonly rule: CountingRule },
    TokenCount
  >;
  readonly 'tokens.encode': Op<
    { readonly encoding: EncodingName; readonly text: string },
    { readonly ids: readonly number[] }
  >;
  /** The text of each token; null where there is no such token. */
  readonly 'tokens.decode': Op<
    { readonly encoding: EncodingName; readonly ids: readonly number[] },
    { readonly texts: readonly (string | null)[] }
  >;
  /** Latest month first, the present one always among them. */
  readonly 'spending.list': Op<null, readonly MonthSpending[]>;
}
