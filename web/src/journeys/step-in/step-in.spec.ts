import { describe, expect, it } from '@jest/globals';
import type { RecordAgreement } from '@encircle/shared/consents';
import { childrenOf, EMPTY, ofThisPart, problemsOf, toStepIn, type StepInForm } from './step-in.model';

const words = {
  from: 'from?',
  kind: 'kind?',
  writtenOn: 'when?',
  tooOld: 'too old',
  writtenBy: 'who?',
  text: 'what?',
  lead: 'lead?',
};
const whole: StepInForm = {
  ...EMPTY,
  from: 'Children in need, north',
  kind: 'SUMMARY',
  writtenOn: '2026-03-02',
  writtenBy: 'Noor Aziz',
  text: 'The plan for a child in need has done its work.',
  lead: { userId: 'u', agencyId: 'a', fullName: 'Hana Cole' },
  message: ' You know them. ',
};
const TODAY = '2026-03-16';

describe('stepping in from social care', () => {
  it('asks for all of it at once, each by its own field', () => {
    expect(problemsOf(EMPTY, TODAY, words).map(({ field, message }) => [field, message])).toEqual([
      ['assessment.from', 'from?'],
      ['assessment.kind', 'kind?'],
      ['assessment.writtenOn', 'when?'],
      ['assessment.writtenBy', 'who?'],
      ['assessment.text', 'what?'],
      ['lead.find', 'lead?'],
    ]);
    expect(problemsOf(whole, TODAY, words)).toEqual([]);
  });

  it.each([
    ['2025-09-16', []],
    ['2025-09-15', ['too old']],
    ['2026-03-17', ['The day cannot be in the future']],
  ])('what was written on %s', (writtenOn, messages) =>
    expect(problemsOf({ ...whole, writtenOn }, TODAY, words).map(({ message }) => message)).toEqual(messages),
  );

  it('is about one child or a family, and sends ids and no names of colleagues', () => {
    const agreement = {} as RecordAgreement;
    expect(toStepIn(whole, 'child', agreement)).toEqual({
      type: 'CHILD',
      childIds: ['child'],
      assessment: {
        kind: 'SUMMARY',
        from: 'Children in need, north',
        writtenOn: '2026-03-02',
        writtenBy: 'Noor Aziz',
        text: 'The plan for a child in need has done its work.',
      },
      agreement,
      lead: { userId: 'u', agencyId: 'a', message: 'You know them.' },
    });
    expect(childrenOf({ ...whole, also: ['brother'] }, 'child')).toEqual({
      type: 'FAMILY',
      childIds: ['child', 'brother'],
    });
  });

  it('takes from a refusal what belongs to this part, and leaves the agreement its own', () =>
    expect(
      ofThisPart({
        'assessment.text': ['Write what it says'],
        userId: ['Choose another'],
        'lines.0.category': ['No'],
      }),
    ).toEqual([
      { field: 'assessment.text', message: 'Write what it says' },
      { field: 'lead.find', message: 'Choose another' },
    ]));
});
