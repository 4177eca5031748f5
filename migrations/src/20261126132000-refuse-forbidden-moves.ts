import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ALLOWED_MOVES } from './sql/moves.js';
import { protect } from './sql/policies.js';

/** Who migrates may set a stage by hand; the program, whoever it speaks for, may not. */
const BY_HAND = `pg_catalog.pg_has_role(session_user, 'encircle_migrator', 'MEMBER')`;

/**
 * The last guard of rule 5.2, behind the program: a row of history that is not in the table is refused, and so is a stage that
 * changes without its row of history in the same transaction. Children who go apart (F5) have steps of their own.
 */
export class RefuseForbiddenMoves20261126132000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table sec.allowed_move (
        transition text not null,
        from_state text,
        to_state text not null,
        unique nulls not distinct (transition, from_state, to_state)
      );
      ${protect('sec.allowed_move')}`);
    await q.query(
      `insert into sec.allowed_move (transition, from_state, to_state)
       select m ->> 0, m ->> 1, m ->> 2 from jsonb_array_elements($1::jsonb) m`,
      [JSON.stringify(ALLOWED_MOVES)],
    );
    await q.query(`
      create function sec.refuse_forbidden_move() returns trigger
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          if not exists (select 1 from sec.allowed_move a where a.transition = new.transition
              and a.from_state is not distinct from new.from_state and a.to_state = new.to_state) then
            raise exception 'the table has no % from % to %', new.transition, new.from_state, new.to_state using errcode = 'EC005';
          end if;
          return new;
        end $$;

      create function sec.refuse_forbidden_state() returns trigger
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          if tg_op = 'INSERT' then
            if not exists (select 1 from sec.allowed_move a where a.from_state is null and a.to_state = new.state) then
              raise exception 'no record begins as %', new.state using errcode = 'EC005';
            end if;
          elsif not exists (select 1 from app.episode_move m where m.episode_id = new.id and m.created_at = sec.now()
              and m.subject_id is null and m.from_state = old.state and m.to_state = new.state) then
            raise exception 'no move leads from % to %', old.state, new.state using errcode = 'EC005';
          end if;
          return new;
        end $$;
      revoke all on function sec.refuse_forbidden_move(), sec.refuse_forbidden_state() from public;

      create trigger only_moves_of_the_table before insert or update of transition, from_state, to_state on app.episode_move for each row
        when (new.subject_id is null and not ${BY_HAND}) execute function sec.refuse_forbidden_move();
      create trigger only_stages_that_begin before insert on app.episode for each row
        when (not ${BY_HAND}) execute function sec.refuse_forbidden_state();
      create trigger only_stages_with_a_move before update of state on app.episode for each row
        when (new.state is distinct from old.state and not ${BY_HAND}) execute function sec.refuse_forbidden_state();`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop trigger only_stages_with_a_move on app.episode; drop trigger only_stages_that_begin on app.episode;
      drop trigger only_moves_of_the_table on app.episode_move;
      drop function sec.refuse_forbidden_state(), sec.refuse_forbidden_move();
      drop table sec.allowed_move;`);
  }
}
