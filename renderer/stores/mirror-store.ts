import { create } from 'zustand';
import type { MirrorState } from '../../preload/contract/mirror';

/** The mirror folder as main tells it. */
export const useMirror = create<{ readonly state: MirrorState }>()(() => ({ state: { kind: 'off' } }));
