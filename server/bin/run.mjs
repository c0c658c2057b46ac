import { spawn } from 'node:child_process';

const running = new Set();

/** Ends this program together with those it runs when it is told to stop. */
export function stopTogether() {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ]) {
    process.once(signal, () => {
      for (const child of running) child.kill(signal);
      process.exit(code);
    });
  }
}

/**
 * Runs a program to its end and collects what it writes.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ok: boolean, output: string}>} `output` holds both streams, in order
 */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const chunks = [];
    running.add(child);
    child.once('exit', () => running.delete(child));
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(chunks).toString() }));
  });
}

/** Prints one line (after what led to it, if anything) and ends with 1. */
export function giveUp(line, output = '') {
  if (output.trim() !== '') console.error(output.trimEnd());
  console.error(line);
  process.exit(1);
}
