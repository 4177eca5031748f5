import { describe, expect, it } from '@jest/globals';
import { ACTION_STATUSES, ASSESSMENT_STATUSES, LEAD_STATUSES, MEETING_STATUSES } from '../codes/index.js';
import * as life from './index.js';

const MACHINES: life.Machine<string>[] = [
  life.CONSENT_MACHINE,
  life.ASSESSMENT_MACHINE,
  life.MEETING_MACHINE,
  life.ACTION_MACHINE,
  life.LEAD_MACHINE,
  life.STEP_UP_MACHINE,
  life.TRANSFER_MACHINE,
];

describe('the small machines (rule 5.3)', () => {
  it.each(MACHINES.map((machine) => [machine.name, machine] as const))(
    'every status of the %s can be reached from its start',
    (_name, machine) => {
      const seen = new Set([machine.start]);
      for (const status of seen) for (const next of machine.moves[status] ?? []) seen.add(next);
      expect([...seen].sort()).toEqual(Object.keys(machine.moves).sort());
    },
  );

  it.each<[life.Machine<string>, string, string, boolean]>([
    [life.CONSENT_MACHINE, 'DRAFT', 'GIVEN', true],
    [life.CONSENT_MACHINE, 'WITHDRAWN', 'GIVEN', false],
    [life.CONSENT_MACHINE, 'REFUSED', 'EXPIRED', false],
    [life.ASSESSMENT_MACHINE, 'SUBMITTED', 'RETURNED', true],
    [life.ASSESSMENT_MACHINE, 'COMPLETED', 'DRAFT', false],
    [life.MEETING_MACHINE, 'PLANNED', 'HELD', true],
    [life.MEETING_MACHINE, 'CANCELLED', 'HELD', false],
    [life.ACTION_MACHINE, 'PROPOSED', 'DONE', false],
    [life.ACTION_MACHINE, 'AGREED', 'DONE', true],
    [life.ACTION_MACHINE, 'DONE', 'IN_PROGRESS', false],
    [life.LEAD_MACHINE, 'PROPOSED', 'ACCEPTED', true],
    [life.LEAD_MACHINE, 'DECLINED', 'ACCEPTED', false],
    [life.STEP_UP_MACHINE, 'SENT', 'ACCEPTED', false],
    [life.STEP_UP_MACHINE, 'NOT_ACCEPTED', 'CHALLENGED', true],
    [life.TRANSFER_MACHINE, 'REQUESTED', 'SENT', false],
  ])('$name: %s to %s is %s', (machine, from, to, allowed) =>
    expect(life.canGo(machine, from, to)).toBe(allowed),
  );

  it('statuses are those of the code lists', () => {
    expect(Object.keys(life.ACTION_MACHINE.moves)).toEqual(ACTION_STATUSES.codes);
    expect(Object.keys(life.MEETING_MACHINE.moves)).toEqual(MEETING_STATUSES.codes);
    expect(Object.keys(life.ASSESSMENT_MACHINE.moves)).toEqual(ASSESSMENT_STATUSES.codes);
    expect(Object.keys(life.LEAD_MACHINE.moves)).toEqual(LEAD_STATUSES.codes);
    expect(ACTION_STATUSES.rows.filter((row) => !row.open).map((row) => row.code)).toEqual(
      ACTION_STATUSES.codes.filter((code) => life.isEnd(life.ACTION_MACHINE, code)),
    );
  });
});

describe('a meeting is held when everyone invited has a code', () => {
  const held = {
    invitees: 4,
    coded: 4,
    familyPresent: true,
    leadOrChairPresent: true,
    services: 2,
    quorum: 2,
  };
  const codes = (over: Partial<life.HeldFacts>) =>
    life.heldObstacles({ ...held, ...over }).map((o) => o.code);

  it('and the quorum was there, where the authority has one', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ coded: 3 })).toEqual(['ATTENDANCE_MISSING']);
    expect(codes({ services: 1 })).toEqual(['TOO_FEW']);
    expect(codes({ familyPresent: false })).toEqual(['TOO_FEW']);
    expect(codes({ leadOrChairPresent: false })).toEqual(['TOO_FEW']);
    expect(codes({ services: 2, quorum: 3 })).toEqual(['TOO_FEW']);
    expect(codes({ familyPresent: false, quorum: 1 })).toEqual([]);
    expect(codes({ invitees: 0, coded: 0 })).toEqual(['NOBODY_INVITED']);
  });
});

describe('actions', () => {
  const move: life.ActionMoveFacts = {
    to: 'DONE',
    byOwner: true,
    ownedElsewhere: false,
    comment: null,
    doneOn: '2026-03-16',
    today: '2026-03-16',
    reason: null,
    transferredTo: null,
  };
  const codes = (over: Partial<life.ActionMoveFacts>) =>
    life.actionMoveObstacles({ ...move, ...over }).map((o) => o.code);

  it.each<[string, string, boolean]>([
    ['AGREED', '2026-03-15', true],
    ['IN_PROGRESS', '2026-03-15', true],
    ['AGREED', '2026-03-16', false],
    ['PROPOSED', '2026-03-01', false],
    ['DONE', '2026-03-01', false],
  ])('%s by %s, read on 16 March: overdue is %s', (status, byWhen, overdue) =>
    expect(life.isOverdue(status, byWhen, '2026-03-16')).toBe(overdue),
  );

  it('the lead professional says who told them that another service’s action is done', () => {
    expect(codes({ byOwner: false, ownedElsewhere: true })).toEqual(['SOURCE_MISSING']);
    expect(codes({ byOwner: false, ownedElsewhere: true, comment: 'Carl rang on Friday' })).toEqual([]);
  });

  it('done needs its day, and not one in the future', () => {
    expect(codes({ doneOn: null })).toEqual(['DONE_DATE_MISSING']);
    expect(codes({ doneOn: '2026-03-17' })).toEqual(['DONE_DATE_AHEAD']);
  });

  it('a cancelled action has a reason, a transferred one a service', () => {
    expect(codes({ to: 'CANCELLED' })).toEqual(['REASON_MISSING']);
    expect(codes({ to: 'TRANSFERRED' })).toEqual(['SERVICE_MISSING']);
    expect(codes({ to: 'IN_PROGRESS' })).toEqual([]);
  });
});
