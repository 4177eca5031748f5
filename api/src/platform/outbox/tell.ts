import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface Told {
  topic: string;
  /** Null where it is about no case. */
  episodeId: string | null;
  /** Ids only: what is told is looked up, and decided, when it is shown or sent. */
  payload: Readonly<Record<string, string>>;
  to: readonly string[];
}

/** Writes down, in this transaction, that people are to be told of something. Nobody is told of what they did themself. */
export async function tell(uow: UnitOfWork, { topic, episodeId, payload, to }: Told): Promise<void> {
  await uow.rows(
    `insert into app.outbox (topic, episode_id, recipient_id, payload)
     select $1, $2, id, $3::jsonb from unnest($4::uuid[]) as id where id <> $5`,
    [topic, episodeId, JSON.stringify(payload), [...new Set(to)], uow.entered.userId],
  );
}

/** The same for somebody without an account, in the name of whoever asks: decided as them when it goes out. */
export async function tellOutside(
  uow: UnitOfWork,
  { topic, episodeId, payload }: Omit<Told, 'to'>,
): Promise<void> {
  await uow.rows(
    `insert into app.outbox (topic, episode_id, recipient_id, payload) values ($1, $2, $3, $4::jsonb)`,
    [topic, episodeId, uow.entered.userId, JSON.stringify(payload)],
  );
}
