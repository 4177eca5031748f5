import { AlertsLoop, buildApp, DeliveryService, readSettings, sourceOf } from '@encircle/api/testing';
import { freshDatabase, type TestDatabase } from './database.js';
import { Program, settingsFor } from './program.js';

type App = Awaited<ReturnType<typeof buildApp>>;

/** The program inside the test's own process, for tests that look at its parts or listen at its connections. */
export class InProcess extends Program {
  private constructor(
    readonly app: App,
    database: TestDatabase,
    url: string,
  ) {
    super(null, database, url);
  }

  static override async start(
    template?: string,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<InProcess> {
    const database = await freshDatabase(template);
    const app = await buildApp(readSettings(settingsFor(database, settings)));
    await app.listen(0, '127.0.0.1');
    return new InProcess(app, database, await app.getUrl());
  }

  get source(): ReturnType<typeof sourceOf> {
    return sourceOf(this.app);
  }

  override deliver(): Promise<boolean> {
    return this.app.get(DeliveryService).round();
  }

  override alerts(): Promise<number | null> {
    return this.app.get(AlertsLoop).pass();
  }

  override async stop(): Promise<void> {
    await this.app.close();
    await this.database.close();
  }
}
