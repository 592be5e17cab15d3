import { useEffect, useState } from 'react';
import type { ContextEstimate } from '../../../preload/contract/context-estimate';
import type { Message } from '../../../preload/contract/history';
import { estimateVariant } from '../../actions/compare';
import type { Variant } from './compare-choice';

/** What one variant's prompt takes; undefined while it is counted, null when it cannot be. */
export type Counted = ContextEstimate | null | undefined;

/** A pause in typing, in milliseconds. */
const PAUSE_MS = 200;

/** Counts what each variant would take, one after the other. `again`: the answer whose question is asked again. */
export const useEstimates = (variants: readonly Variant[], again: Message | null): readonly Counted[] => {
  const asked = JSON.stringify(variants.map(({ options }) => options));
  const [counted, setCounted] = useState<{ readonly asked: string; readonly all: readonly Counted[] }>({
    asked: '',
    all: [],
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` says when the variants have changed
  useEffect(() => {
    let current = true;
    const count = async () => {
      for (const [at, { options }] of variants.entries()) {
        const estimate = await estimateVariant(options, again);
        if (!current) return;
        setCounted(({ asked: before, all }) => ({
          asked,
          all: (before === asked ? all : variants.map(() => undefined)).with(at, estimate),
        }));
      }
    };
    const timer = setTimeout(() => void count(), PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked, again]);
  return counted.asked === asked ? counted.all : variants.map(() => undefined);
};
