import { spawn } from 'node:child_process';
import path from 'node:path';
import { endWithUs } from './children.mjs';
import { projectRoot } from './paths.mjs';

/** @typedef {{ readonly env?: NodeJS.ProcessEnv, readonly cwd?: string, readonly timeoutMs?: number }} RunOptions */
/** @typedef {{ readonly code: number, readonly stdout: string, readonly stderr: string }} Finished */

/** How a shell names an executable that is not there. */
const NOT_FOUND = 127;

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} options
 * @param {'inherit' | 'pipe'} output
 * @returns {Promise<Finished>} the exit code (127: no such command, 1: ended by a signal) and, if piped, what it printed
 */
function finish(command, args, { env = process.env, cwd = projectRoot, timeoutMs = 0 }, output) {
  return new Promise((resolve) => {
    const child = endWithUs(
      spawn(command, args, { env, cwd, timeout: timeoutMs, stdio: ['ignore', output, output] }),
    );
    /** @type {Record<'stdout' | 'stderr', string>} */
    const printed = { stdout: '', stderr: '' };
    for (const name of /** @type {const} */ (['stdout', 'stderr'])) {
      child[name]?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        printed[name] += text;
      });
    }
    child.once('error', (error) => resolve({ ...printed, code: NOT_FOUND, stderr: error.message }));
    child.once('close', (code) => resolve({ ...printed, code: code ?? 1 }));
  });
}

/**
 * Runs a command whose output the user sees.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} the exit code
 */
export const show = async (command, args, options = {}) =>
  (await finish(command, args, options, 'inherit')).code;

/**
 * Runs a command and collects what it prints.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export const read = (command, args, options = {}) => finish(command, args, options, 'pipe');

/**
 * Runs the JavaScript entry of an installed package with this Node, so that no shell or .cmd shim is involved.
 * @param {string} entry path inside node_modules
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} the exit code
 */
export const showTool = (entry, args, options = {}) =>
  show(process.execPath, [path.join(projectRoot, 'node_modules', entry), ...args], options);
