import { Phone } from 'lucide-react';
import type { CaseMeeting, CaseTeamMember, CaseView } from '@encircle/shared/cases';
import { DEFAULT_THRESHOLDS } from '@encircle/shared/codes';
import { formatLong, formatShort, londonDate, londonTime, relativeDays } from '@encircle/shared/dates';
import { useWords, type Words } from '@web/i18n/useWords';
import { useToday } from '@web/providers/me';
import { Facts, type Fact } from '@web/ui/Facts';
import { LevelBlocks } from '@web/ui/LevelBlocks';
import { agreementFact } from './AgreementFact';
import { answered, answerLines, isClosed } from './case.model';
import { meetingWords } from './meeting-words';
import { PhoneLink } from './PhoneLink';
import { useReader, useSelf, type Reader } from './reader';

/** Level of need, agreement, who leads, next meeting: the four facts everyone asks for. */
export function CaseFactsRow({ view }: { view: CaseView }) {
  const w = useWords();
  const today = useToday();
  const reader = useReader();
  const self = useSelf();
  const knowsWork = view.path.length > 0 || view.team.length > 0;
  const facts = [
    ...(view.level || knowsWork ? [levelFact(w, view.level, reader)] : []),
    ...(view.agreement ? [agreementFact(w, view, view.agreement, { reader, self: self.name })] : []),
    ...(view.leadProfessional || knowsWork ? [leadFact(w, view.leadProfessional, reader)] : []),
    ...(knowsWork && !isClosed(view) ? [meetingFact(w, view.nextMeeting, today)] : []),
  ];
  return <Facts facts={facts} />;
}

function levelFact(w: Words, level: CaseView['level'], reader: Reader): Fact {
  const label = w(reader === 'family' ? 'cases.header.levelFamily' : 'cases.header.level');
  if (!level) return { label, value: w('cases.header.levelNone') };
  const words =
    level.words ?? DEFAULT_THRESHOLDS.levels.find((row) => row.level === level.level)?.short ?? '';
  if (reader === 'family') {
    const since = level.setOn ? [w('cases.header.levelSince', { date: formatShort(level.setOn) })] : [];
    return { label, value: words, notes: since };
  }
  const note = level.setOn ? w('cases.header.levelSet', { words, date: formatShort(level.setOn) }) : words;
  return { label, value: <LevelBlocks level={level.level} />, notes: [note] };
}

export function leadFact(w: Words, lead: CaseTeamMember | null, reader: Reader): Fact {
  const label = w(reader === 'family' ? 'cases.header.leadFamily' : 'cases.header.lead');
  if (!lead) return { label, value: w('cases.header.leadNone'), notes: [w('cases.header.leadNoneNote')] };
  const place = [lead.jobTitle, lead.agency].filter(Boolean).join(', ');
  return {
    label,
    value: lead.you ? w('cases.header.you', { name: lead.name }) : lead.name,
    notes: [
      place,
      ...(lead.phone ? [<PhoneLink key="phone" name={lead.name} phone={lead.phone} icon={Phone} />] : []),
    ],
  };
}

function meetingFact(w: Words, meeting: CaseMeeting | null, today: string): Fact {
  const label = w('cases.header.next');
  if (!meeting) return { label, value: w('cases.header.nextNone') };
  const day = londonDate(meeting.plannedAt);
  const count = answered(answerLines(meeting));
  const when = relativeDays(day, today);
  return {
    label,
    value: `${formatLong(day)}, ${londonTime(meeting.plannedAt)}`,
    notes: [
      [when.charAt(0).toUpperCase() + when.slice(1), meetingWords(meeting).toLowerCase(), meeting.place]
        .filter(Boolean)
        .join(' · '),
      ...(count.asked > 0 ? [w('cases.header.answered', count)] : []),
    ],
  };
}
