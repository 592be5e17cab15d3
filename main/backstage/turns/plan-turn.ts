import type { ContextEstimate, PromptParts } from '../../../preload/contract/context-estimate';
import type { Role } from '../../../preload/contract/history';
import type { ImagePart } from '../../../preload/contract/parts';
import type { CountingRule } from '../counting-rule';
import type { ContentCount } from '../tokens/content-tokens';
import type { CountedMessage, CountedPath } from '../tokens/counted-path';
import { countImages, imagesInWindow, takenImages } from '../tokens/image-tokens';
import type { CostTable } from '../tokens/message-cost';
import { costTable, encodingOf } from '../tokens/message-cost';
import type { PathCounts } from '../tokens/path-counts';
import type { ContextPlan, PlanCost } from '../tokens/plan-context';
import { planContext } from '../tokens/plan-context';
import { tokenizerFor } from '../tokens/tokenizer';
import { countTools } from '../tokens/tool-tokens';

/** What would be sent: a path, and below it perhaps a new message. */
export interface TurnContext {
  /** The newest message of the path; null for an empty path. */
  readonly tipSeq: number | null;
  /** The new message; null when the path's newest message is what is answered or gone on from. */
  readonly newText: string | null;
  /** Tokens of that text, where they are known. */
  readonly newTokens?: number;
  /** What the new message shows. */
  readonly newImages: readonly ImagePart[];
  /** Whose the new message is. */
  readonly role: Role;
  /** The name of who speaks in it; null: none. */
  readonly name: string | null;
  /** False while nothing is typed: then the whole path may be left out. */
  readonly newestMustFit: boolean;
  readonly systemPrompt: string;
  readonly rule: CountingRule;
}

/** The plan for a turn: the estimate that is shown, and from where on the path is sent. */
export interface TurnPlan {
  readonly estimate: ContextEstimate;
  /** How many of the newest messages of the path, empty ones included, are sent. Those of `keptIds` are sent beside them. */
  readonly pathCount: number;
}

/** What is sent beside the path's messages, in tokens. */
interface Surroundings {
  readonly parts: Omit<PromptParts, 'messages'>;
  readonly exact: boolean;
}

/** A message that says nothing is not sent: servers refuse it. The result of a call is one even if it is empty. */
const isSent =
  (rule: CountingRule) =>
  ({ contentTokens, images, role }: CountedMessage): boolean =>
    contentTokens > 0 || takenImages(rule, images).length > 0 || role === 'tool';

const NO_TOKENS: ContentCount = { tokens: 0, exact: true };

const countSurroundings = async (
  { systemPrompt, rule, newText, newTokens, newImages, role, name }: TurnContext,
  table: CostTable,
): Promise<Surroundings> => {
  const tokenizer = tokenizerFor(encodingOf(rule));
  const tools = rule.tools === undefined ? NO_TOKENS : await countTools(tokenizer, rule.tools);
  const images = countImages(rule, newImages);
  const nameTokens = name === null ? 0 : await tokenizer.count(name);
  const typed = newText === null ? 0 : (newTokens ?? (await tokenizer.count(newText)));
  return {
    parts: {
      systemPrompt: systemPrompt === '' ? 0 : table.message('system', await tokenizer.count(systemPrompt)),
      tools: tools.tokens,
      schema: rule.schema === undefined ? 0 : await tokenizer.count(rule.schema),
      typed: newText === null ? 0 : table.message(role, nameTokens + typed, name !== null),
      ...(images.tokens === 0 ? {} : { images: images.tokens }),
      priming: rule.priming,
    },
    exact: tools.exact && images.exact && rule.schema === undefined,
  };
};

const budgetOf = ({ contextWindow, reservedTokens }: CountingRule): number | null =>
  contextWindow === null ? null : contextWindow - reservedTokens;

const ALWAYS_KEPT: ReadonlySet<Role> = new Set(['system', 'developer']);

/** A path with what its messages cost, under one rule. */
class PathPlanner {
  readonly #context: TurnContext;
  readonly #path: CountedPath;
  readonly #table: CostTable;
  readonly #around: Surroundings;
  readonly #pinned: ReadonlySet<number>;

  constructor(
    context: TurnContext,
    path: CountedPath,
    table: CostTable,
    around: Surroundings,
    pinned: ReadonlySet<number>,
  ) {
    this.#context = context;
    this.#path = path;
    this.#table = table;
    this.#around = around;
    this.#pinned = pinned;
  }

  get #keepsPinned(): boolean {
    return this.#context.rule.contextRule === 'keepPinned';
  }

  /** Reads only as much of the path as the budget has room for, unless older messages matter too. */
  async plan(): Promise<TurnPlan> {
    const asks = this.#context.rule.contextRule === 'ask';
    if (this.#keepsPinned) await this.#readAll();
    for (;;) {
      const plan = this.#planned();
      if (plan.isFull || this.#path.isComplete) {
        // How much is too much is told by the whole.
        if (asks && plan.isFull) await this.#readAll();
        return this.#toTurnPlan(plan);
      }
      await this.#path.extend();
    }
  }

  async #readAll(): Promise<void> {
    while (!this.#path.isComplete) await this.#path.extend();
  }

  get #sent(): readonly CountedMessage[] {
    return this.#path.messages.filter(isSent(this.#context.rule));
  }

  #costOf({ seq, role, contentTokens, images, hasName }: CountedMessage): PlanCost {
    const content = contentTokens + imagesInWindow(this.#context.rule, images);
    return {
      tokens: this.#table.message(role, content, hasName),
      isKept: this.#keepsPinned && (ALWAYS_KEPT.has(role) || this.#pinned.has(seq)),
      needsOlder: role === 'tool',
    };
  }

  #planned(): ContextPlan {
    const { newText, newImages, role, rule, newestMustFit } = this.#context;
    const { typed, systemPrompt, tools, schema, priming } = this.#around.parts;
    const tokens = typed + imagesInWindow(rule, newImages);
    const own = newText === null ? [] : [{ tokens, isKept: false, needsOlder: role === 'tool' }];
    const costs = [...own, ...this.#sent.map((message) => this.#costOf(message))];
    const fixed = systemPrompt + tools + schema + priming;
    return planContext({ costs, fixed, budget: budgetOf(rule), newestMustFit });
  }

  #toTurnPlan(plan: ContextPlan): TurnPlan {
    const { rule, newText, newImages, systemPrompt } = this.#context;
    const sent = this.#sent;
    const own = newText === null ? 0 : 1;
    const sentFromPath = Math.max(0, plan.sentCount - own);
    const kept = plan.keptAt.flatMap((at) => sent[at - own] ?? []);
    const firstLeftOut = plan.isFull ? sent[sentFromPath] : undefined;
    const above = firstLeftOut ? firstLeftOut.depth + 1 : 0;
    const isNothing = plan.sentCount + kept.length === 0 && systemPrompt === '';
    const { parts, exact } = this.#around;
    const { systemPrompt: system, tools, schema, typed, images = 0, priming } = parts;
    const others = system + tools + schema + typed + images + priming;
    const path = [...sent.slice(0, sentFromPath), ...kept];
    const shown = [...newImages, ...path.flatMap((message) => message.images)];
    const billed = plan.promptTokens + countImages(rule, shown).tokens - imagesInWindow(rule, shown);
    return {
      estimate: {
        promptTokens: isNothing ? 0 : billed,
        exact: rule.encoding !== null && exact && path.every(isExact(rule)),
        parts: { ...parts, messages: Math.max(0, billed - others) },
        contextWindow: rule.contextWindow,
        reservedTokens: rule.reservedTokens,
        replyBound: rule.replyBound,
        rule: rule.contextRule ?? 'dropOldest',
        omittedCount: above - kept.length,
        overTokens: this.#overTokens(plan),
        sentFromId: firstLeftOut ? (sent[sentFromPath - 1]?.id ?? null) : null,
        keptIds: kept.map(({ id }) => id).toReversed(),
        ...this.#imagesLeftOut(above, kept),
        fits: plan.fits,
      },
      pathCount: (this.#path.messages[0]?.depth ?? -1) + 1 - above,
    };
  }

  /** Of the messages that are sent. */
  #imagesLeftOut(above: number, kept: readonly CountedMessage[]): Pick<ContextEstimate, 'imagesLeftOut'> {
    const within = [...this.#path.messages.filter(({ depth }) => depth >= above), ...kept];
    const shown = within.flatMap(({ images }) => images);
    const count = shown.length - takenImages(this.#context.rule, shown).length;
    return count === 0 ? {} : { imagesLeftOut: count };
  }

  #overTokens({ isFull, sentCount, promptTokens }: ContextPlan): number {
    const { rule, newText } = this.#context;
    const budget = budgetOf(rule);
    if (rule.contextRule !== 'ask' || !isFull || budget === null) return 0;
    const omitted = this.#sent.slice(Math.max(0, sentCount - (newText === null ? 0 : 1)));
    return omitted.reduce((sum, message) => sum + this.#costOf(message).tokens, promptTokens) - budget;
  }
}

const isExact =
  (rule: CountingRule) =>
  ({ exact, images }: CountedMessage): boolean =>
    exact && countImages(rule, images).exact;

/** Counts and plans what the next request of a chat holds. Reads and counts outside any transaction. */
export const planTurn = async (counts: PathCounts, context: TurnContext): Promise<TurnPlan> => {
  const path = counts.get(encodingOf(context.rule), context.tipSeq);
  const table = await costTable(context.rule);
  const around = await countSurroundings(context, table);
  return new PathPlanner(context, path, table, around, counts.pinned(context.tipSeq)).plan();
};
