import { describe, expect, it } from '@jest/globals';
import type { InvitationView } from '@encircle/shared/meetings';
import { asksAtOnce, askable, mayWriteReport, OWN_REPORT, standingOf, waiting } from './report-states.model';

const REPORT = {
  state: 'ASKED',
  askedOn: '2026-03-02',
  dueOn: '2026-03-10',
  expiresOn: '2026-03-16',
  address: 'dana@camhs.example',
} as const;
const invited = (name: string, over: Partial<InvitationView> = {}): InvitationView =>
  ({ name, kind: 'WORKER', mine: false, report: null, reportReceivedOn: null, ...over }) as InvitationView;

describe('where a report stands', () => {
  it.each([
    ['not asked', invited('a'), '2026-03-02', 'NOT_ASKED'],
    ['asked, on the last day', invited('a', { report: REPORT }), '2026-03-10', 'ASKED'],
    ['late from the day after', invited('a', { report: REPORT }), '2026-03-11', 'LATE'],
    ['run out', invited('a', { report: { ...REPORT, state: 'LAPSED' } }), '2026-03-17', 'LAPSED'],
    ['sent by link', invited('a', { report: { ...REPORT, state: 'SENT' } }), '2026-03-17', 'SENT'],
    ['come on paper', invited('a', { reportReceivedOn: '2026-03-09' }), '2026-03-17', 'SENT'],
    ['of the family: none', invited('a', { kind: 'FAMILY' }), '2026-03-02', null],
  ] as const)('%s', (_, who, today, standing) => expect(standingOf(who, today)).toBe(standing));
});

describe('everyone a report could come from', () => {
  const list = askable(
    {
      invitations: [
        invited('sent', { report: { ...REPORT, state: 'SENT' } }),
        invited('nobody asked'),
        invited('me', { mine: true }),
        invited('late', { report: REPORT }),
        invited('Mia', { kind: 'FAMILY' }),
      ],
    },
    '2026-03-12',
  );

  it('is listed with those who have not answered first, without the family and the reader', () => {
    expect(list.map(({ who }) => who.name)).toEqual(['late', 'nobody asked', 'sent']);
  });

  it('is counted: of those asked, how many have not answered', () => {
    expect(waiting(list)).toEqual({ asked: 2, open: 1 });
  });
});

describe('the reader’s own report', () => {
  const mine = { kind: 'WORKER', mine: true, reportReceivedOn: null } as const;

  it('is written once, before the meeting or after it, by a worker who was asked to come', () => {
    expect((['PLANNED', 'HELD'] as const).map((status) => mayWriteReport(mine, status))).toEqual([
      true,
      true,
    ]);
    expect(mayWriteReport(mine, 'CANCELLED')).toBe(false);
    expect(mayWriteReport({ ...mine, mine: false }, 'PLANNED')).toBe(false);
    expect(mayWriteReport({ ...mine, kind: 'FAMILY' }, 'PLANNED')).toBe(false);
    expect(mayWriteReport({ ...mine, reportReceivedOn: '2026-02-12' }, 'HELD')).toBe(false);
  });

  it('is asked at once of who said they send one, and where my week leads', () => {
    expect(asksAtOnce({ rsvp: 'SENDING_REPORT' }, '')).toBe(true);
    expect(asksAtOnce({ rsvp: 'NO_ANSWER' }, `#${OWN_REPORT}`)).toBe(true);
    expect(asksAtOnce({ rsvp: 'COMING' }, '#reports')).toBe(false);
  });
});
