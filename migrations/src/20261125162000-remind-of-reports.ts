import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The day a setting, or without one the program, says before a report is needed; the program's own number comes with the call. */
export class RemindOfReports20261125162000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- One reminder a question, some days before the report is needed, to those who have not answered and still may.
      create function sec.queue_report_reminders(p_days integer) returns integer
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare n integer; days integer := coalesce((sec.timescales_at(sec.now()) ->> 'report.remind.days')::integer, p_days);
        begin
          insert into app.outbox (topic, episode_id, recipient_id, payload, dedup_key)
          select case when i.user_id is null then 'report.link' else 'report.reminded' end, r.episode_id,
            coalesce(i.user_id, r.author_id), jsonb_build_object('requestId', r.id, 'meetingId', r.meeting_id),
            'report-reminder:' || r.id
          from app.report_request r join app.invitation i on i.id = r.invitation_id
          where r.status = 'ASKED' and r.due_on - days <= sec.today() and sec.today() <= r.expires_on
            and (r.created_at at time zone 'Europe/London')::date < sec.today() and sec.report_link_live(r)
          on conflict do nothing;
          get diagnostics n = row_count;
          return n;
        end $$;
      grant execute on function sec.queue_report_reminders(integer) to encircle_login;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop function sec.queue_report_reminders(integer);');
  }
}
