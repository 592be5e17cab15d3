import { lazy, Suspense } from 'react';
import type { Message } from '../../../preload/contract/history';

// The validator is needed only where a reply has to follow a schema.
const SchemaStatus = lazy(async () => ({ default: (await import('./schema-status')).SchemaStatus }));

interface MessageSchemaProps {
  readonly message: Message;
  readonly text: string;
}

/** Whether a reply fits the schema that its request asked for, where it did. */
export const MessageSchema = ({ message, text }: MessageSchemaProps) => {
  const format = message.answer?.params.responseFormat;
  if (format?.type !== 'json_schema') return null;
  return (
    <Suspense>
      <SchemaStatus schema={format.schema} text={text} growing={message.status === 'streaming'} />
    </Suspense>
  );
};
