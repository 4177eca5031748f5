import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An enquiry whose worker says no comes back to the CAF team's queue, and so does one that nobody answers. */
export class ReturnUntakenEnquiries20261126120100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table app.enquiry drop constraint enquiry_status_check;
      alter table app.enquiry add constraint enquiry_status_check check (status in ('WAITING', 'DECIDED', 'UNTAKEN', 'WITHDRAWN'));
      drop index app.enquiry_queue;
      create index enquiry_queue on app.enquiry (created_at, id) where status in ('WAITING', 'UNTAKEN');
      create index enquiry_offer_unanswered on app.enquiry_offer (answer_by) where status = 'OFFERED';

      create function sec.return_untaken() returns trigger
        language plpgsql security definer set search_path = ''
        as $$
        begin
          update app.enquiry set status = 'UNTAKEN', version = version + 1, updated_at = sec.now()
            where id = new.enquiry_id and status = 'DECIDED';
          return null;
        end $$;
      revoke all on function sec.return_untaken() from public;
      create trigger declined after update of status on app.enquiry_offer for each row
        when (new.status = 'DECLINED' and old.status = 'OFFERED') execute function sec.return_untaken();
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop trigger declined on app.enquiry_offer;
      drop function sec.return_untaken();
      drop index app.enquiry_offer_unanswered;
      drop index app.enquiry_queue;
      create index enquiry_queue on app.enquiry (created_at, id) where status = 'WAITING';
      update app.enquiry set status = 'DECIDED' where status = 'UNTAKEN';
      alter table app.enquiry drop constraint enquiry_status_check;
      alter table app.enquiry add constraint enquiry_status_check check (status in ('WAITING', 'DECIDED', 'WITHDRAWN'));
    `);
  }
}
