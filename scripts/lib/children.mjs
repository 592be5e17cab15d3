/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

process.once('exit', () => {
  for (const child of running) child.kill();
});

/**
 * Makes a child process end when this one does, also by a signal: no screen or app is left running.
 * @template {import('node:child_process').ChildProcess} Child
 * @param {Child} child
 * @returns {Child} the same
 */
export function endWithUs(child) {
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/**
 * Makes a signal end this process in the ordinary way: without a handler Node would end at once, its children left alone.
 * For commands only, not inside another tool that has handlers of its own.
 */
export function exitOnSignals() {
  for (const [signal, exitCode] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])) {
    process.once(signal, () => process.exit(exitCode));
  }
}
