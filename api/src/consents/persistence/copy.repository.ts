import type { CopyReceived } from '@encircle/shared/consents';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface StandingLine {
  id: string;
  subjectId: string;
  aboutPersonId: string | null;
  giverPersonId: string;
  recipientType: 'SERVICE' | 'PERSON';
  recipientId: string;
  recipientName: string;
  category: string;
  decision: 'GIVEN' | 'REFUSED' | 'NOT_SOUGHT';
  expiresOn: string | null;
}

interface Seen {
  userId: string;
  agencyId: string;
  category: string;
  firstOn: string;
  lastOn: string;
}

/** What this giver's word stands at today, as far as this reader may see it. */
export function standingLines(uow: UnitOfWork, episodeId: string, giverId: string): Promise<StandingLine[]> {
  return uow.rows<StandingLine>(
    `select l.id, l.subject_id as "subjectId", l.about_person_id as "aboutPersonId", l.giver_person_id as "giverPersonId",
            l.recipient_type as "recipientType", coalesce(l.recipient_agency_id, l.recipient_user_id) as "recipientId",
            coalesce(a.name, u.full_name, '') as "recipientName", l.category, l.decision, l.expires_on as "expiresOn"
     from app.consent_line l
       left join app.agency a on a.id = l.recipient_agency_id
       left join app.app_user u on u.id = l.recipient_user_id
     where l.episode_id = $1 and l.giver_person_id = $2 and l.status = 'ACTIVE' and sec.now() < l.until_at
       and (l.recipient_agency_id is null or sec.may_know_service(l.episode_id, a.id, a.sensitive_class))
     order by "recipientName", l.category, l.id`,
    [episodeId, giverId],
  );
}

/** Those of these recipients who have looked at a kind they were given: nobody and nothing else. */
export async function receivedBy(
  uow: UnitOfWork,
  episodeId: string,
  lines: readonly Pick<
    StandingLine,
    'recipientType' | 'recipientId' | 'recipientName' | 'category' | 'decision'
  >[],
): Promise<CopyReceived[]> {
  const given = lines.filter((line) => line.decision === 'GIVEN');
  if (given.length === 0) return [];
  const seen = await uow.rows<Seen>(
    `select user_id as "userId", agency_id as "agencyId", category, first_on as "firstOn", last_on as "lastOn"
     from sec.seen_by($1)`,
    [episodeId],
  );
  const found = new Map<string, CopyReceived>();
  for (const line of given) {
    for (const each of seen) {
      const who = line.recipientType === 'SERVICE' ? each.agencyId : each.userId;
      if (who !== line.recipientId || each.category !== line.category) continue;
      const known = found.get(line.recipientId);
      found.set(line.recipientId, {
        name: line.recipientName,
        first: known && known.first < each.firstOn ? known.first : each.firstOn,
        last: known && known.last > each.lastOn ? known.last : each.lastOn,
      });
    }
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The one to talk to: the lead professional, until there is one whoever began. */
export function contactOf(
  uow: UnitOfWork,
  episodeId: string,
): Promise<{ name: string; phone: string | null } | null> {
  return uow.one<{ name: string; phone: string | null }>(
    `select t.full_name as name, nullif(t.phone, '') as phone from sec.team($1) t
     order by t.kind = 'LP' desc, t.kind = 'AUTHOR' desc, t.from_at limit 1`,
    [episodeId],
  );
}
