import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ABSENCES } from './sql/absences.js';
import { ROW } from './sql/columns.js';
import { CONTEXT, protect } from './sql/guards.js';

const { ROLE, AGENCY } = CONTEXT;

/**
 * A service that stays away again and again (rule 4.2, G7): raised with its manager and the CAF team by service and
 * profession, and what the partner then promised. No case and no child is in it; a digest keeps one run one row.
 */
export class RaiseAbsences20261125161000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.absence_alert (
        ${ROW},
        agency_id uuid not null references app.agency,
        professional_role text not null,
        absences integer not null check (absences > 0),
        raised_on date not null,
        last_on date not null,
        run text not null unique,
        commitment text check (length(commitment) between 5 and 500),
        promised_by text check (length(promised_by) between 2 and 120),
        due_on date,
        committed_at timestamptz,
        constraint promise_whole check (num_nonnulls(commitment, promised_by, due_on, committed_at) in (0, 4))
      );
      create index absence_alert_register on app.absence_alert (raised_on desc, id desc);
      create index absence_alert_agency on app.absence_alert (agency_id, raised_on desc);
      ${protect('app.absence_alert')}
      grant select on app.absence_alert to app_user;
      grant update (version, updated_at, commitment, promised_by, due_on, committed_at) on app.absence_alert to app_user;
      create policy figures on app.absence_alert for select to app_user
        using (${ROLE} = 'CAFC' or (${ROLE} = 'AMGR' and agency_id = ${AGENCY}));
      create policy team_keeps on app.absence_alert for update to app_user using (${ROLE} = 'CAFC') with check (${ROLE} = 'CAFC');
      ${ABSENCES}`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.absence_alerts(date, uuid, integer), sec.share_in_quarter(uuid, text, date),
        sec.note_absences(uuid, integer, integer);
      drop table app.absence_alert;`);
  }
}
