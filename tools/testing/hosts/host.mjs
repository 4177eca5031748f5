import 'reflect-metadata';
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';

/**
 * A process that runs the built program for test files, one program each, so that a test file need not load the program
 * into itself. Told by POST, in JSON, on loopback; ends with the process that started it.
 */
const { AlertsLoop, buildApp, DEMO_SECRET, DeliveryService, loadStory, readSettings, ScanningService } =
  await import('../../../api/dist/testing.js');

/** @type {Map<string, Awaited<ReturnType<typeof buildApp>>>} */
const running = new Map();

const program = (id) => {
  const app = running.get(id);
  if (!app) throw new RangeError(`no program ${id} runs here`);
  return app;
};

const COMMANDS = {
  async start({ settings }) {
    const app = await buildApp(readSettings(settings));
    await app.listen(0, '127.0.0.1');
    const id = randomUUID();
    running.set(id, app);
    return { id, url: await app.getUrl() };
  },
  async stop({ id }) {
    await program(id).close();
    running.delete(id);
  },
  /** One round of the outbox's worker. */
  deliver: ({ id }) => program(id).get(DeliveryService).round(),
  scan: ({ id }) => program(id).get(ScanningService).round(),
  /** One pass of the alert rules. */
  alerts: ({ id }) => program(id).get(AlertsLoop).pass(),
  loadStory: ({ url, story, more }) => loadStory(url, story, DEMO_SECRET, more),
};

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString());
}

const server = createServer(async (request, response) => {
  try {
    const command = COMMANDS[request.url?.slice(1) ?? ''];
    if (!command) throw new RangeError(`no command ${request.url}`);
    const answer = (await command(await bodyOf(request))) ?? null;
    response.end(JSON.stringify({ answer }));
  } catch (error) {
    response.statusCode = 500;
    response.end(JSON.stringify({ error: error instanceof Error ? error.stack : String(error) }));
  }
});

process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }));
