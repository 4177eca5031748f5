import type { Program } from '../kit/program.js';

/** What stands in for the parts of an address that are no ids. */
export const WORDS: Readonly<Record<string, string>> = {
  form: 'CAF',
  section: 'D04',
  key: 'D04',
  code: 'CAF',
  version: '1',
  rule: 'SWEEP',
};

/**
 * The table behind the noun in front of an id, found by its case; or a select of one id, given the case ($1) and the
 * child ($2). A new route with a new noun needs a line here, and a row in the story and in test/factories/situations.
 */
export const TABLES: Readonly<Record<string, string>> = {
  meetings: 'meeting',
  invitations: 'invitation',
  minutes: 'minute',
  plans: 'plan',
  outcomes: 'outcome',
  actions: 'action',
  notes: 'note',
  consents: 'consent',
  nominations: 'nomination',
  assessments: 'assessment',
  'safeguarding-referrals': 'referral',
  'contact-requests': 'broker_request',
  'consent-disputes': 'consent_dispute',
  blockId: 'select id from app.conflict_block where person_id = $2 order by user_id, id limit 1',
  shieldId: 'select id from app.shield order by id limit 1',
  relativeId: 'select id from app.staff_relative order by user_id, id limit 1',
  'break-glass': 'break_glass',
  'access-reviews': 'access_review',
  alertId: 'select id from app.access_alert order by reference limit 1',
  disclosures: 'disclosure',
};

/** An id of this case for every hole an address may have; what the case has no row for is left out. */
export async function idsOf(
  program: Program,
  about: { episode: string; child: string; worker: string },
): Promise<Map<string, string>> {
  const ids = new Map<string, string>([
    ['episodes', about.episode],
    ['children', about.child],
    ['personId', about.child],
    ['userId', about.worker],
    ...Object.entries(WORDS),
  ]);
  for (const [noun, table] of Object.entries(TABLES)) {
    const [row] = table.startsWith('select ')
      ? await program.rows<{ id: string }>(
          `select id from (${table}) as found, (select $1::uuid, $2::uuid) as about`,
          [about.episode, about.child],
        )
      : await program.rows<{ id: string }>(
          `select id from app.${table} where episode_id = $1 order by id limit 1`,
          [about.episode],
        );
    if (row) ids.set(noun, row.id);
  }
  ids.set('recordId', ids.get('assessments') ?? '');
  ids.set('noteId', ids.get('notes') ?? '');
  ids.set('consentId', ids.get('consents') ?? '');
  // Nobody's: what a specialist service keeps is named by its worker alone.
  ids.set('involvementId', '99999999-9999-4999-8999-999999999999');
  return ids;
}
