/** The text of an event stream in which one choice's deltas come, then its end. */
export const streamOf = (deltas: readonly object[], finishReason: string): string => {
  const event = (delta: object, reason: string | null) =>
    `data: ${JSON.stringify({ id: 'c', model: 'test-model', choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`;
  return `${deltas.map((delta) => event(delta, null)).join('')}${event({}, finishReason)}data: [DONE]\n\n`;
};

/** Deltas in which a tool call comes in pieces. */
export const callDeltas = (index: number, id: string, name: string, pieces: readonly string[]) => [
  { tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }] },
  ...pieces.map((text) => ({ tool_calls: [{ index, function: { arguments: text } }] })),
];
