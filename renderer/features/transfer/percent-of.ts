/** How much of it is done, in whole percent; 100 only when it is. */
export const percentOf = ({
  doneBytes,
  totalBytes,
}: {
  readonly doneBytes: number;
  readonly totalBytes: number;
}): number => (totalBytes === 0 ? 0 : Math.min(99, Math.floor((doneBytes / totalBytes) * 100)));
