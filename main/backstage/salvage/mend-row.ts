import { v7 as newId } from 'uuid';
import type { SqlValue } from '../database/sql-value';
import type { SalvagedRow } from './read-rows';

type Values = Readonly<Record<string, SqlValue>>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ROLES = new Set<SqlValue>(['system', 'developer', 'user', 'assistant', 'tool']);
const STATUSES = new Set<SqlValue>(['streaming', 'complete', 'stopped', 'interrupted', 'failed']);

const isJson = (value: SqlValue): value is string => {
  if (typeof value !== 'string') return false;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
};

const idOf = (value: SqlValue): string => (typeof value === 'string' && UUID.test(value) ? value : newId());

const mendedChat = (values: Values): Values => ({
  ...values,
  id: idOf(values.id),
  title: values.title ?? '',
  options: isJson(values.options) ? values.options : '{"model":"","params":{}}',
});

/** What is left of broken parts is shown as it is: a person can still read it. */
const partsOf = (value: SqlValue): string =>
  isJson(value) ? value : JSON.stringify([{ type: 'text', text: typeof value === 'string' ? value : '' }]);

const mendedMessage = (values: Values): Values => {
  const role = ROLES.has(values.role) ? values.role : 'user';
  const hasAnswer = role === 'assistant' && isJson(values.answer);
  const status = STATUSES.has(values.status) ? values.status : 'complete';
  return {
    ...values,
    id: idOf(values.id),
    role,
    status: status === 'streaming' && !hasAnswer ? 'interrupted' : status,
    answer: hasAnswer ? values.answer : null,
    params_seq: hasAnswer ? values.params_seq : null,
    parts: partsOf(values.parts),
  };
};

/** A row as a sound history takes it. What cannot be read is replaced by what says the least. */
export const mendRow = (table: string, { values, rowid }: SalvagedRow): Values => {
  switch (table) {
    case 'chats':
      return mendedChat(values);
    case 'messages':
      return mendedMessage(values);
    case 'param_sets':
      // What the settings are found by must differ; those that are made up are found by nobody.
      return isJson(values.params)
        ? values
        : { ...values, params: '{}', digest: Buffer.from(`lost ${rowid}`) };
    default:
      return values;
  }
};
