import { createBackstage } from '../../main/backstage/backstage';
import type { OpInput, OpName, OpOutput } from '../../main/backstage/protocol';

/** A backstage driven as main drives it, in a program of its own. */
export const callBackstage = () => {
  const backstage = createBackstage();
  let lastId = 0;
  return async <N extends OpName>(op: N, input: OpInput<N>): Promise<OpOutput<N>> => {
    lastId += 1;
    const { result } = await backstage.handle({ id: lastId, op, input });
    if (!result.ok) throw new Error(`${op} ${result.error.code}`);
    return result.value as OpOutput<N>;
  };
};
