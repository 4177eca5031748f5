import { spawn } from 'node:child_process';

/**
 * `npm test` in a clone, its output shown.
 * @returns {Promise<{ ms: number, code: number | null, lastLine: string }>}
 */
export function npmTest({ options }) {
  const since = Date.now();
  const child = spawn('npm', ['test'], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      process.stdout.write(chunk);
    });
  }
  return new Promise((resolve) => {
    child.once('close', (code) => {
      const lastLine =
        text
          .split('\n')
          .filter((line) => /^\d+ passed, \d+ failed$/.test(line))
          .at(-1) ?? '';
      resolve({ ms: Date.now() - since, code, lastLine });
    });
  });
}
