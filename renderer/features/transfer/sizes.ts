const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A number of bytes in words that a person reads: 0 B, 12 kB, 3.4 MB, 2.1 GB. */
export const sizeText = (language: string, bytes: number): string => {
  const step = Math.min(UNITS.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const unit = UNITS[step] ?? 'byte';
  const digits = step < 2 ? 0 : 1;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: step === 0 ? 'narrow' : 'short',
    maximumFractionDigits: digits,
  }).format(bytes / 1000 ** step);
};

/** How much of it is done, in whole percent; 100 only when it is. */
export const percentOf = ({
  doneBytes,
  totalBytes,
}: {
  readonly doneBytes: number;
  readonly totalBytes: number;
}): number => (totalBytes === 0 ? 0 : Math.min(99, Math.floor((doneBytes / totalBytes) * 100)));
