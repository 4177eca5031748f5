import { buildApp } from '#api/app.js';
import { readSettings } from '#api/platform/config/settings.js';

const DRAIN_MS = 10_000;

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const app = await buildApp(settings);
  await app.listen(settings.port, settings.host);
  const stop = (): void => {
    const late = setTimeout(() => process.exit(1), DRAIN_MS);
    late.unref();
    void app.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
