import { addDays, londonDate, londonStartOfDay, type CivilDate } from '@encircle/shared/dates';
import {
  DEFAULT_SETTINGS,
  expiredWindowEnd,
  withdrawnWindowEnd,
  type Category,
  type Purpose,
} from '@encircle/shared/policy';
import type { Rows } from './rows.js';

export const ORDINARY: readonly Category[] = [
  'IDENT',
  'INVOLVE',
  'CHILD',
  'PARENTING',
  'FAMILY',
  'HEALTH',
  'PLAN',
  'MEETING',
  'NOTES',
];

export interface Agreement {
  consentId: string;
  lineId: (recipient: string, category: Category) => string;
  episodeId: string;
  subjectId: string;
  aboutPersonId?: string | null;
  giverId: string;
  capacity: 'SELF' | 'PARENT_PR' | 'MOTHER_OF_UNBORN' | 'LOCAL_AUTHORITY_PR';
  services: readonly string[];
  people?: readonly string[];
  categories: readonly Category[];
  purposes: readonly Purpose[];
  decision: 'GIVEN' | 'REFUSED' | 'NOT_SOUGHT';
  givenAt: string;
  validFrom: CivilDate;
  expiresOn: CivilDate | null;
  withdrawnAt?: string | null;
  indexListing?: boolean;
  recordedBy: string;
  recordedByAgency: string;
}

/** One act of agreeing and its lines, with the instants and reading windows the guard compares (rule 6.10). */
export function addAgreement(rows: Rows, a: Agreement): void {
  rows.add('app.consent', {
    id: a.consentId,
    episode_id: a.episodeId,
    subject_id: a.subjectId,
    giver_person_id: a.giverId,
    capacity: a.capacity,
    method: 'ON_SCREEN',
    statement_version: 'v1',
    given_on: londonDate(a.givenAt),
    given_at: a.givenAt,
    recorded_by_agency_id: a.recordedByAgency,
    created_by: a.recordedBy,
    created_at: a.givenAt,
  });
  const windows = readingWindows(a);
  for (const [type, recipient] of [
    ...a.services.map((id) => ['SERVICE', id] as const),
    ...(a.people ?? []).map((id) => ['PERSON', id] as const),
  ]) {
    for (const category of a.categories) {
      rows.add('app.consent_line', {
        id: a.lineId(recipient, category),
        consent_id: a.consentId,
        episode_id: a.episodeId,
        subject_id: a.subjectId,
        about_person_id: a.aboutPersonId ?? null,
        giver_person_id: a.giverId,
        recipient_type: type,
        recipient_agency_id: type === 'SERVICE' ? recipient : null,
        recipient_user_id: type === 'PERSON' ? recipient : null,
        category,
        purposes: a.purposes,
        decision: a.decision,
        history: true,
        index_listing: a.indexListing ?? false,
        given_at: a.givenAt,
        valid_from: a.validFrom,
        expires_on: a.decision === 'REFUSED' ? null : a.expiresOn,
        status: a.withdrawnAt ? 'WITHDRAWN' : 'ACTIVE',
        ended_at: a.withdrawnAt ?? null,
        created_by: a.recordedBy,
        created_at: a.givenAt,
        ...windows,
      });
    }
  }
}

function readingWindows(a: Agreement): Record<string, string> {
  const from = londonStartOfDay(a.validFrom);
  if (a.withdrawnAt) {
    return {
      from_at: from,
      until_at: a.withdrawnAt,
      team_read_until: withdrawnWindowEnd('TACM', a.withdrawnAt, DEFAULT_SETTINGS),
      lead_read_until: withdrawnWindowEnd('LP', a.withdrawnAt, DEFAULT_SETTINGS),
    };
  }
  if (a.decision !== 'GIVEN' || a.expiresOn === null) {
    return { from_at: from, until_at: 'infinity', team_read_until: 'infinity', lead_read_until: 'infinity' };
  }
  const last = expiredWindowEnd(a.expiresOn, DEFAULT_SETTINGS);
  return {
    from_at: from,
    until_at: londonStartOfDay(addDays(a.expiresOn, 1)),
    team_read_until: last,
    lead_read_until: last,
  };
}
