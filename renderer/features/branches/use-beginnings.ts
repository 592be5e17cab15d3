import { useEffect, useRef, useState } from 'react';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import type { BranchRow } from './branch-tree';

const MOST_AT_ONCE = 200;

/** The first words of branches, read when they are asked for and kept. `rows` must keep its identity. */
export const useBeginnings = (chatId: string, rows: readonly BranchRow[]): ReadonlyMap<string, string> => {
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const asked = useRef(new Set<string>());
  useEffect(() => {
    const ids = rows.map(({ branch }) => branch.id);
    const missing = ids.filter((id) => !asked.current.has(id)).slice(0, MOST_AT_ONCE);
    if (missing.length === 0) return;
    for (const id of missing) asked.current.add(id);
    request('branch.beginnings', { chatId, messageIds: missing })
      .then((found) =>
        setTexts((known) => new Map([...known, ...found.map(({ id, text }) => [id, text] as const)])),
      )
      .catch(tellError);
  }, [chatId, rows]);
  return texts;
};
