import { describe, expect, it } from '@jest/globals';
import { columnKind, isChange, isEmergency, isRefusal, seesNothing } from './sharing.model';

describe('who can see this', () => {
  it('knows an adult’s own column whoever the adult is', () => {
    expect(columnKind({ key: 'ADULT:5cb96223' })).toBe('ADULT');
    expect(columnKind({ key: 'notes' })).toBe('notes');
  });

  it('sets a no to a service apart', () => {
    expect(isRefusal({ why: 'REFUSED' })).toBe(true);
    expect(isRefusal({ why: 'AGREED_SERVICE' })).toBe(false);
    expect(seesNothing({ cells: { who: 'no', notes: 'no' } })).toBe(true);
    expect(seesNothing({ cells: { who: 'no', notes: 'part' } })).toBe(false);
  });
});

describe('who has looked', () => {
  it('tells a change from a look', () => {
    expect(isChange({ action: 'note.written' })).toBe(true);
    expect(isChange({ action: 'meeting.attendance-recorded' })).toBe(true);
    expect(isChange({ action: 'case.opened' })).toBe(false);
    expect(isChange({ action: 'notes.listed' })).toBe(false);
  });

  it('lets an emergency view stand out, and ordinary safeguarding work not', () => {
    expect(isEmergency({ action: 'override.opened', purpose: 'SAFEGUARD' })).toBe(true);
    expect(isEmergency({ action: 'case.opened', purpose: 'SAFEGUARD' })).toBe(false);
  });
});
