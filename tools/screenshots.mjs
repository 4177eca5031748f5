import { chromium } from 'playwright-core';
import { build } from './build.mjs';
import { Camera } from './screenshots/camera.mjs';
import { startDemoOnItsDay } from './screenshots/demo-day.mjs';
import { SCREENS } from './screenshots/screens.mjs';
import { Lifetime } from './start/lifetime.mjs';
import { say, step } from './terminal.mjs';
import { findBrowser } from './testing/browser.mjs';
import { temporaryCluster } from './testing/temporary-cluster.mjs';

/**
 * `npm run screenshots` pictures every main screen, wide and narrow, in docs/pictures. The demo is loaded on the same
 * Monday each time, in a database of its own, so pictures change only when screens do. Words pick some of them:
 * `npm run screenshots -- case week`.
 */
const lifetime = new Lifetime({ onSignal: { code: 130, says: 'Stopping ...' } });
const wanted = process.argv.slice(2);

await lifetime.run(async () => {
  const [cluster] = await Promise.all([
    lifetime.hold(step('Starting a database for the pictures', () => temporaryCluster())),
    build(),
  ]);
  const server = await lifetime.hold(startDemoOnItsDay(cluster));
  const { CHROMIUM_PATH, ...fonts } = await findBrowser();
  const browser = await chromium.launch({
    executablePath: CHROMIUM_PATH,
    env: { ...process.env, ...fonts },
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  });
  lifetime.add(() => browser.close());
  const camera = new Camera(browser, server.address);
  const chosen = SCREENS.filter(
    ({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
  );
  for (const screen of chosen) for (const line of await camera.take(screen)) say(line);
  await lifetime.end(0);
});
