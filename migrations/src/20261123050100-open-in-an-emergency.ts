import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EMERGENCY_ENTRY, EMERGENCY_ENTRY_DOWN } from './sql/emergency/entry.js';
import { EMERGENCY_OVERSIGHT, EMERGENCY_OVERSIGHT_DOWN } from './sql/emergency/oversight.js';
import { EMERGENCY_STEPS, EMERGENCY_STEPS_DOWN } from './sql/emergency/steps.js';

/** Asking for, opening, leaving and reviewing emergency access: the functions, and what row-level security knows of it. */
export class OpenInAnEmergency20261123050100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(EMERGENCY_ENTRY);
    await q.query(EMERGENCY_STEPS);
    await q.query(EMERGENCY_OVERSIGHT);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(EMERGENCY_OVERSIGHT_DOWN);
    await q.query(EMERGENCY_STEPS_DOWN);
    await q.query(EMERGENCY_ENTRY_DOWN);
  }
}
