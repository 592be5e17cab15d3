import {
  type CommandId,
  commandIds,
  keysOf,
  type OwnKeys,
  ownKeys,
  usualKeys,
} from '../../../preload/contract/commands';
import type { Snapshot } from '../../../preload/contract/snapshot';
import { plainKeys } from '../../ui/keys';

/** The keys as they would be, and the command that lost them to another one; null: they were free. */
export interface KeyChange {
  readonly keys: OwnKeys;
  readonly taken: CommandId | null;
}

/** True for keys that a command can have. */
export const canBeKeys = (keys: string): boolean => ownKeys.safeParse({ palette: keys }).success;

/** Gives a command other keys (null: none); a command that had them has none afterwards. */
export const withKeys = (
  own: OwnKeys,
  command: CommandId,
  keys: string | null,
  platform: Snapshot['platform'],
): KeyChange => {
  const hasThem = (other: CommandId) => {
    const theirs = keysOf(own, other);
    return keys !== null && theirs !== null && plainKeys(theirs, platform) === plainKeys(keys, platform);
  };
  const taken = commandIds.find((other) => other !== command && hasThem(other)) ?? null;
  return { keys: { ...own, ...(taken === null ? {} : { [taken]: null }), [command]: keys }, taken };
};

/** Gives a command its usual keys again, unless another one has them now. */
export const withUsualKeys = (own: OwnKeys, command: CommandId): OwnKeys => {
  const { [command]: _, ...others } = own;
  const usual = usualKeys[command];
  const isTaken = usual !== null && Object.values(others).includes(usual);
  return isTaken ? own : others;
};
