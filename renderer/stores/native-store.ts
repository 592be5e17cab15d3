import { create } from 'zustand';
import type { NativeFacts } from '../../preload/contract/native';

interface NativeState {
  /** Null: not asked yet. */
  readonly facts: NativeFacts | null;
}

/** What the desktop has, and what is set there. */
export const useNative = create<NativeState>()(() => ({ facts: null }));
