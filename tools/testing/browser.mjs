import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, scratchFolder } from '../paths.mjs';
import { Refusal, say, step } from '../terminal.mjs';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const runs = (path) => spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;

/**
 * The browser for the tests: the one named, one of the machine, or the one npm brought. Never none: a browser test is
 * not skipped.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Record<string, string>>} CHROMIUM_PATH, and FONTCONFIG_PATH where the machine has no fonts
 */
export async function findBrowser(env = process.env) {
  if (env.CHROMIUM_PATH) {
    if (!runs(env.CHROMIUM_PATH)) throw new Refusal(`CHROMIUM_PATH (${env.CHROMIUM_PATH}) does not run.`);
    return { CHROMIUM_PATH: env.CHROMIUM_PATH };
  }
  const installed = INSTALLED.find((path) => existsSync(path) && runs(path));
  return installed ? { CHROMIUM_PATH: installed } : unpacked(env);
}

async function unpacked(env) {
  const { version } = JSON.parse(
    readFileSync(inRoot('node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  );
  const folder = join(scratchFolder, `chromium-${version}-${process.arch}`);
  const path = join(folder, 'chromium');
  if (!existsSync(path)) await step('Unpacking the browser', () => unpack(folder));
  if (!runs(path)) {
    rmSync(folder, { recursive: true, force: true });
    throw new Refusal(
      'No browser was found for the tests, and the one npm brought does not run here. Install Chromium or Chrome, or set CHROMIUM_PATH.',
    );
  }
  say(`Browser: Chromium ${version} from npm`);
  const fonts = join(folder, 'fonts');
  const ownFonts = !env.FONTCONFIG_PATH && !existsSync('/etc/fonts/fonts.conf') && existsSync(fonts);
  return { CHROMIUM_PATH: path, ...(ownFonts ? { FONTCONFIG_PATH: fonts } : {}) };
}

/** The package unpacks into the system's temporary folder; it gets one of ours, so that two checkouts do not meet. */
async function unpack(folder) {
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = unfinished;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  renameSync(unfinished, folder);
}
