import type { Schema } from '@cfworker/json-schema';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { GrowingCheck } from './growing-check';
import styles from './schema-check.module.css';
import { SchemaChecker, type SchemaState } from './schema-checker';
import { pathText, reasonText } from './schema-words';

const checkOf = (schema: string): GrowingCheck | null => {
  try {
    return new GrowingCheck(new SchemaChecker(JSON.parse(schema) as Schema));
  } catch {
    return null;
  }
};

const stateOf = (check: GrowingCheck | null, text: string, growing: boolean): SchemaState | null => {
  try {
    return check?.check(text, growing) ?? null;
  } catch {
    return null;
  }
};

const stateText = (t: TFunction, state: SchemaState | null, growing: boolean): string => {
  if (state === null) return t('schema.cannotCheck');
  if (state.kind === 'notJson') return '';
  if (state.kind === 'breaks') {
    const path = state.at.path.length === 0 ? t('schema.root') : pathText(state.at.path);
    return t('schema.breaks', { path, reason: reasonText(t, state.at) });
  }
  if (state.isWhole) return t('schema.valid');
  return growing ? t('schema.soFar') : t('schema.cut');
};

interface SchemaStatusProps {
  /** As it was typed. */
  readonly schema: string;
  readonly text: string;
  /** True while the reply is being written. */
  readonly growing: boolean;
}

/** Whether a reply fits the schema it was asked to follow, already while it is being written. */
export const SchemaStatus = ({ schema, text, growing }: SchemaStatusProps) => {
  const { t } = useTranslation();
  const check = useMemo(() => checkOf(schema), [schema]);
  const state = stateOf(check, text, growing);
  return (
    <p role="status" className={styles.status} data-breaks={state?.kind === 'breaks'}>
      {text === '' ? '' : stateText(t, state, growing)}
    </p>
  );
};
