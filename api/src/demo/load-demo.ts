export interface DemoOptions {
  /** Empty the database first and load the borough again, anchored to this week. */
  afresh: boolean;
  say: (line: string) => void;
  secret: string;
}

/** Loads the invented borough on first run. */
export function loadDemo(_migratorUrl: string, _options: DemoOptions): Promise<void> {
  return Promise.resolve();
}
