import { app } from 'electron';

/**
 * Writes one line for developers to the standard error. Takes no free text beyond a fixed event name and numbers or
 * codes, so that a key, a prompt or a reply cannot get in.
 */
export const log = (event: string, facts: Readonly<Record<string, string | number | boolean>> = {}): void => {
  const rest = Object.entries(facts).map(([name, value]) => `${name}=${value}`);
  process.stderr.write(`[${app.getName()}] ${[event, ...rest].join(' ')}\n`);
};
