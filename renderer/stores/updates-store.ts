import { create } from 'zustand';
import type { UpdateState } from '../../preload/contract/updates';

const unknown: UpdateState = {
  way: 'never',
  step: { kind: 'none', checkedAt: null },
  problem: null,
  page: '',
};

/** New versions as main tells of them. */
export const useUpdates = create<{ readonly state: UpdateState }>()(() => ({ state: unknown }));
