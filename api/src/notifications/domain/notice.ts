/** Something somebody is to be told of, as it was written into the outbox. */
export interface Notice {
  id: string;
  topic: string;
  episodeId: string | null;
  payload: Readonly<Record<string, unknown>>;
}
