import type { TFunction } from 'i18next';
import { Check, Copy, Wrench } from 'lucide-react';
import { memo, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import type { ToolCallPart } from '../../../preload/contract/parts';
import { parseTools, type ToolDefinition } from '../../../preload/contract/tools';
import { tellError } from '../../stores/notices-store';
import { IconButton } from '../../ui/button';
import { useCopy } from '../../ui/use-copy';
import { pathText, reasonText } from '../schema-check/schema-words';
import { jsonBreak } from '../transcript/json-break';
import { PlainText } from '../transcript/plain-text';
import { type ArgumentsProblem, argumentsProblem, prettyArguments } from './call-arguments';
import styles from './tools.module.css';

/** What the request of an answer offered; null where no request made it. */
const offeredTo = ({ answer }: Message): readonly ToolDefinition[] | null => {
  if (answer === null) return null;
  return answer.params.tools === undefined ? null : parseTools(answer.params.tools);
};

const problemText = (t: TFunction, problem: ArgumentsProblem, text: string): string => {
  switch (problem.kind) {
    case 'broken': {
      const { line, column } = jsonBreak(text) ?? { line: 1, column: 1 };
      return t('tools.brokenArguments', { line, column });
    }
    case 'notOffered':
      return t('tools.notOffered');
    case 'misfit': {
      const place = pathText(problem.at.path);
      const reason = reasonText(t, problem.at);
      return place === '' ? t('tools.misfit', { reason }) : t('tools.misfitAt', { place, reason });
    }
  }
};

const useProblem = (message: Message, { name, arguments: text }: ToolCallPart): ArgumentsProblem | null => {
  const [problem, setProblem] = useState<ArgumentsProblem | null>(null);
  const ended = message.status !== 'streaming';
  useEffect(() => {
    if (!ended) return undefined;
    let current = true;
    argumentsProblem(name, text, offeredTo(message)).then((found) => {
      if (current) setProblem(found);
    }, tellError);
    return () => {
      current = false;
    };
  }, [ended, message, name, text]);
  return ended ? problem : null;
};

interface ToolCallProps {
  readonly message: Message;
  readonly call: ToolCallPart;
}

const ToolCall = memo(({ message, call }: ToolCallProps) => {
  const { t } = useTranslation();
  const { copied, copy } = useCopy();
  const problem = useProblem(message, call);
  const streaming = message.status === 'streaming';
  const shown = streaming ? call.arguments : prettyArguments(call.arguments);
  const name = call.name === '' ? t('tools.unnamed') : call.name;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <div role="group" aria-label={t('tools.call', { name })} className={styles.call}>
      <div className={styles.head}>
        <Wrench size={14} aria-hidden className={streaming ? styles.open : undefined} />
        <code>{name}</code>
        {call.arguments !== '' && !streaming && (
          <IconButton
            label={copied ? t('transcript.copied') : t('tools.copyArguments')}
            onClick={() => copy(call.arguments).catch(tellError)}
          >
            {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
          </IconButton>
        )}
      </div>
      {shown.trim() === '' ? (
        <p className={styles.quiet}>{streaming ? '…' : t('tools.noArguments')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <div className={styles.arguments} tabIndex={0}>
          <PlainText text={shown} />
        </div>
      )}
      {problem !== null && <p className={styles.problem}>{problemText(t, problem, call.arguments)}</p>}
    </div>
  );
});

interface ToolCallsProps {
  readonly message: Message;
  readonly calls: readonly ToolCallPart[];
}

/** The calls that a reply asks for, as they come. */
export const ToolCalls = ({ message, calls }: ToolCallsProps) => (
  <div className={styles.calls}>
    {calls.map((call, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: calls keep their places, and ids may come late
      <ToolCall key={at} message={message} call={call} />
    ))}
  </div>
);
