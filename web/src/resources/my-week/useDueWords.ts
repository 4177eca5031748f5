import { labelOf, MEETING_TYPES } from '@encircle/shared/codes';
import { formatDate, londonDate, relativeDays, workingDaysLateWords } from '@encircle/shared/dates';
import type { DueItem, DueKind } from '@encircle/shared/my-week';
import { useWords, type Words } from '@web/i18n/useWords';
import { dayAndMonth } from './week.model';

export interface DueWords {
  what: string;
  note: string;
  when: string;
  whenNote: string;
  /** What its one button says. */
  verb: string;
}

/** One due thing in words: what, from where, when and the verb of its button. */
export function useDueWords(today: string): (item: DueItem) => DueWords {
  const w = useWords();
  return (item) => ({
    what: whatOf(item, w),
    note:
      item.mine || item.owner === null
        ? noteOf(item, w)
        : w('week.whose', { owner: item.owner, note: noteOf(item, w) }),
    ...whenOf(item, today, w),
    verb: verbOf(item, w),
  });
}

const typeWords = (item: DueItem, w: Words): string =>
  item.reviewNo === null
    ? labelOf(MEETING_TYPES, item.text ?? 'REVIEW_TAC').toLowerCase()
    : w('week.review', { n: item.reviewNo });

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const dayOf = (instant: string | null): string => (instant === null ? '' : dayAndMonth(londonDate(instant)));

function whatOf(item: DueItem, w: Words): string {
  switch (item.kind) {
    case 'ACTION':
      return item.text ?? '';
    case 'ACCEPT_ACTION':
      return w('week.what.ACCEPT_ACTION', { text: item.text ?? '' });
    case 'REMIND':
      return w('week.what.REMIND', { name: item.text ?? '' });
    case 'MINUTES':
      return w('week.what.MINUTES', { date: dayOf(item.at) });
    case 'SET_REVIEW':
      return w('week.what.SET_REVIEW', { n: item.reviewNo ?? 1 });
    case 'CLOSING':
      return w(item.text === 'SIGN' ? 'week.what.CLOSING_SIGN' : 'week.what.CLOSING');
    case 'OFFER':
      return w(item.mine ? 'week.what.OFFER' : 'week.what.OFFERED');
    case 'RETURNED':
    case 'OVERSEE':
    case 'CONTRIBUTION':
    case 'CHASE':
      return w(`week.what.${item.kind}`, { name: item.text ?? '' });
    case 'EMERGENCY':
      return w(item.note === 'ASKED' ? 'week.what.EMERGENCY_ASKED' : 'week.what.EMERGENCY');
    case 'MANY_REVIEWS':
      return w('week.what.MANY_REVIEWS', { n: item.reviewNo ?? 0 });
    case 'UNSEEN':
      return w('week.what.UNSEEN', { child: item.child?.name ?? w('week.someone').toLowerCase() });
    case 'TURNS_18':
      return w(isOfAge(item) ? 'week.what.IS_18' : 'week.what.TURNS_18');
    case 'FIND_LEAD':
    case 'LONG_OPEN':
    case 'REPORT':
    case 'AGREEMENT':
    case 'ACCESS_REVIEW':
    case 'FINISH_SHARING':
    case 'SHARING':
    case 'POLICE_NOTICE':
    case 'CONTRIBUTE':
    case 'ORDER_REVIEW':
    case 'BIRTH_CHECK':
    case 'AGREE_AFTER_BIRTH':
    case 'SHIELD_REVIEW':
    case 'SHIELD_ASKED':
    case 'EVIDENCE_CHECK':
      return w(`week.what.${item.kind}`);
    default:
      return w(`week.what.${item.kind}`, { type: typeWords(item, w) });
  }
}

function noteOf(item: DueItem, w: Words): string {
  const answered = { answered: item.answered ?? 0, invited: item.invited ?? 0 };
  switch (item.kind) {
    case 'ACTION':
    case 'ACCEPT_ACTION':
      return w('week.noteOf.action', { date: dayOf(item.at) });
    case 'MEETING':
      return item.note === null
        ? w('week.noteOf.answeredOnly', answered)
        : w('week.noteOf.answered', { place: item.note, ...answered });
    case 'OFFER':
      return w('week.noteOf.offeredBy', { name: item.note ?? '' });
    case 'FIND_LEAD':
      return item.note === null
        ? w('week.noteOf.vacant', { ref: item.text ?? '' })
        : w('week.noteOf.vacantAsked', { ref: item.text ?? '', name: item.note });
    case 'MINUTES':
      return w('week.noteOf.minutes', { n: item.invited ?? 0 });
    case 'EMERGENCY':
    case 'ACCESS_REVIEW':
    case 'SHIELD_REVIEW':
    case 'SHIELD_ASKED':
    case 'EVIDENCE_CHECK':
    case 'FINISH_SHARING':
    case 'SHARING':
      return w('week.noteOf.reference', { reference: item.text ?? '' });
    case 'CONTRIBUTE':
    case 'CONTRIBUTION':
    case 'CHASE':
      return w('week.noteOf.partAsked', { date: dayOf(item.at) });
    case 'RETURNED':
    case 'OVERSEE':
    case 'ORDER_REVIEW':
    case 'POLICE_NOTICE':
      return w('week.noteOf.recorded', { date: dayOf(item.at) });
    case 'LONG_OPEN':
      return w('week.noteOf.openSince', { date: item.note === null ? '' : formatDate(item.note) });
    case 'MANY_REVIEWS':
      return w('week.noteOf.sinceLooked');
    case 'UNSEEN':
      return item.note === null
        ? w('week.noteOf.neverSeen')
        : w('week.noteOf.seenOn', { date: formatDate(item.note) });
    case 'SET_REVIEW':
      return w('week.noteOf.noLater', { date: dayAndMonth(item.dueOn) });
    case 'AGREEMENT':
      return w('week.noteOf.givenBy', {
        name: item.text ?? '',
        date: item.at === null ? '' : formatDate(londonDate(item.at)),
      });
    case 'BIRTH_CHECK':
    case 'TURNS_18':
    case 'AGREE_AFTER_BIRTH':
      return '';
    case 'CLOSING':
      return item.note === null ? '' : w('week.noteOf.askedBy', { name: item.note });
    default:
      return capital(w('week.noteOf.meeting', { type: typeWords(item, w), date: dayOf(item.at) }));
  }
}

function whenOf(item: DueItem, today: string, w: Words): Pick<DueWords, 'when' | 'whenNote'> {
  const date = dayAndMonth(item.dueOn);
  if (item.group === 'OVERDUE')
    return { when: workingDaysLateWords(item.dueOn, today), whenNote: w('week.dueOn', { date }) };
  if (item.group === 'TODAY')
    return item.kind === 'OFFER'
      ? { when: w('week.answerToday'), whenNote: w('week.asked', { date: dayOf(item.at) }) }
      : { when: w('week.dueToday'), whenNote: '' };
  return { when: date, whenNote: relativeDays(item.dueOn, today) };
}

/** The birthday is here or over: the program proposes to close (T34). */
const isOfAge = ({ group }: DueItem): boolean => group === 'OVERDUE' || group === 'TODAY';

/** Somebody else's work is looked at, not done. */
const OPENS: Partial<Record<DueKind, 'OPEN_PLAN' | 'MEETING'>> = {
  ACTION: 'OPEN_PLAN',
  ACCEPT_ACTION: 'OPEN_PLAN',
  REPORT: 'MEETING',
  ANSWER: 'MEETING',
  REMIND: 'MEETING',
  MEETING: 'MEETING',
  RECORD_MEETING: 'MEETING',
  MINUTES: 'MEETING',
};

function verbOf(item: DueItem, w: Words): string {
  if (!item.mine) return w(`week.do.${OPENS[item.kind] ?? 'OPEN_CASE'}`);
  if (item.kind === 'REMIND') return w('week.do.REMIND', { name: (item.text ?? '').split(' ')[0] ?? '' });
  if (item.kind === 'TURNS_18') return w(isOfAge(item) ? 'week.do.IS_18' : 'week.do.TURNS_18');
  if (item.kind === 'CLOSING') return w(item.text === 'SIGN' ? 'week.do.CLOSING_SIGN' : 'week.do.CLOSING');
  return w(`week.do.${item.kind}`);
}

/** Where the button of a due thing leads; null for one that does its work here. */
export function placeOf(item: DueItem): string | null {
  const own = `/cases/${item.episodeId ?? ''}`;
  if (!item.mine && OPENS[item.kind] === undefined) return own;
  switch (item.kind) {
    case 'ACTION':
    case 'ACCEPT_ACTION':
      return item.mine ? null : `${own}/plan`;
    case 'REPORT':
      return `/meetings/${item.note ?? ''}${item.mine ? '#write-report' : ''}`;
    case 'ANSWER':
    case 'REMIND':
      return `/meetings/${item.note ?? ''}`;
    case 'MEETING':
    case 'MINUTES':
      return `/meetings/${item.recordId}`;
    case 'RECORD_MEETING':
      return item.mine ? `/meetings/${item.recordId}/room` : `/meetings/${item.recordId}`;
    case 'OFFER':
      return '/offers';
    case 'FIND_LEAD':
      return `${own}/team`;
    case 'SET_REVIEW':
      return `${own}/meetings/new`;
    case 'AGREEMENT':
    case 'AGREE_AFTER_BIRTH':
      return `${own}/agreement`;
    case 'BIRTH_CHECK':
      return `${own}/family`;
    case 'TURNS_18':
      return isOfAge(item) ? `${own}/close` : `${own}/plan`;
    case 'CLOSING':
      return `${own}/close`;
    case 'EMERGENCY':
      return `/emergency-notices/${item.recordId}`;
    case 'ACCESS_REVIEW':
      return `/access-reviews/${item.recordId}`;
    case 'CONTRIBUTE':
      return `/contributions/${item.recordId}`;
    case 'CONTRIBUTION':
    case 'CHASE':
      return `/assessments/${item.note ?? ''}/contributions`;
    case 'RETURNED':
    case 'OVERSEE':
      return `/assessments/${item.note ?? ''}/read#oversight`;
    case 'LONG_OPEN':
    case 'MANY_REVIEWS':
    case 'UNSEEN':
      return `${own}/notes`;
    case 'ORDER_REVIEW':
      return `${own}/family`;
    case 'EVIDENCE_CHECK':
      return `${own}/evidence`;
    case 'SHIELD_REVIEW':
    case 'SHIELD_ASKED':
      return '/restrictions';
    case 'FINISH_SHARING':
    case 'SHARING':
      return `/sharing/${item.recordId}`;
    case 'POLICE_NOTICE':
      return '/police-notices';
  }
}
