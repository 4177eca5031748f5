import { spawn } from 'node:child_process';

/** npm as it was called (`npm start` names itself in npm_execpath), or the one on the path. */
function npm(env) {
  const own = env.npm_execpath;
  if (own && /npm-cli\.c?js$/.test(own)) return { command: process.execPath, first: [own] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', first: [] };
}

/**
 * Installs exactly what package-lock.json names. Development and platform packages are asked for by name, because
 * NODE_ENV=production or an `omit` setting of the machine would leave out the database and the build tools.
 * @param {string} root
 */
export function installPackages(root, env = process.env) {
  const { command, first } = npm(env);
  const args = [
    ...first,
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('exit', (code, name) =>
      code === 0 ? resolve() : reject(new Error(`npm ci ended with ${name ?? code}`)),
    );
  });
}
