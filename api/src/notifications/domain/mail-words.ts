import type { TopicName } from '@encircle/shared/notices';

interface Words {
  subject: string;
  line: string;
}

const SAFETY: Words = { subject: 'Please look at this today', line: 'Something needs your attention today.' };
const ANSWERED: Words = {
  subject: 'Your request was decided',
  line: 'There is an answer to something you asked for.',
};

const REPORT: Words = {
  subject: 'A short report is asked of you',
  line: 'You are asked for a short written report: three questions, no account needed. The link works once, and only for you.',
};

/**
 * What a mail says. Anybody who handles the letter-box may read it, so there is a reference and a link in it and nothing
 * else: no name, no service, no kind of help.
 */
const WORDS: Readonly<Record<TopicName, Words>> = {
  'meeting.invited': {
    subject: 'A meeting to answer',
    line: 'You are asked to a meeting. Please say whether you can come.',
  },
  'meeting.moved': {
    subject: 'A meeting has moved',
    line: 'A meeting you were asked to has a new time. Please answer again.',
  },
  'meeting.cancelled': {
    subject: 'A meeting will not take place',
    line: 'A meeting you were asked to is called off.',
  },
  'meeting.minutes': { subject: 'Minutes to read', line: 'The minutes of a meeting are there to read.' },
  'agreement.lapses': {
    subject: 'Something ends soon',
    line: 'Something you look after ends soon. Please ask again in time.',
  },
  'join.asked': {
    subject: 'A question waits for your answer',
    line: 'A colleague asks whether they may join a piece of work.',
  },
  'join.answered': ANSWERED,
  'absence.repeated': {
    subject: 'Somebody was missing again',
    line: 'A service has missed several meetings in a row.',
  },
  'absence.escalated': {
    subject: 'Meetings missed in a row',
    line: 'A service has missed several meetings in a row. Please look into it.',
  },
  'report.asked': REPORT,
  'report.reminded': { ...REPORT, subject: 'A reminder: a short report is asked of you' },
  'report.link': REPORT,
  'meeting.link': {
    subject: 'A meeting to answer',
    line: 'You are asked to a meeting. Please say whether you can come: no account needed. The link is only for you.',
  },
  'report.received': { subject: 'A report to read', line: 'A report you asked for is there to read.' },
  'panel.papers': { subject: 'Papers to read', line: 'There are papers to read before you next meet.' },
  'panel.decided': ANSWERED,
  'enquiry.offered': {
    subject: 'A question waits for your answer',
    line: 'You are asked whether you can take up a piece of work.',
  },
  'enquiry.answered': ANSWERED,
  'enquiry.decided': ANSWERED,
  'enquiry.panel': {
    subject: 'A question waits for you',
    line: 'You are asked to think about something you look after.',
  },
  'service.asked': {
    subject: 'A question waits for your answer',
    line: 'You are asked whether you can join a piece of work.',
  },
  'service.answered': ANSWERED,
  'lead.asked': {
    subject: 'A question waits for your answer',
    line: 'You are asked something that only you can answer.',
  },
  'lead.vacant': {
    subject: 'Somebody is to be found',
    line: 'A piece of work has nobody who leads it. Please ask somebody.',
  },
  'contribution.asked': {
    subject: 'A question waits for your answer',
    line: 'A colleague asks for your part of a piece of work.',
  },
  'contribution.returned': {
    subject: 'Something came back to you',
    line: 'A colleague has a question about the part you sent.',
  },
  'contribution.reminded': {
    subject: 'A reminder',
    line: 'A colleague waits for your part of a piece of work.',
  },
  'contribution.answered': {
    subject: 'An answer is there to read',
    line: 'A colleague has sent the part you asked for.',
  },
  'contribution.declined': ANSWERED,
  'oversight.returned': {
    subject: 'Something came back to you',
    line: 'Somebody in charge asks for a change in your work.',
  },
  'oversight.written': {
    subject: 'Somebody has looked',
    line: 'Somebody in charge has looked at your work.',
  },
  'oversight.answered': ANSWERED,
  'agreement.ended': {
    subject: 'Something has ended',
    line: 'Something you could read can no longer be read. Please use nothing of it anew.',
  },
  'consultation.asked': {
    subject: 'A question waits for your answer',
    line: 'You are asked something that only you can answer.',
  },
  'break-glass.opened': SAFETY,
  'break-glass.investigate': SAFETY,
  'break-glass.asked': {
    subject: 'An approval waits for you',
    line: 'A request waits for your decision. It lapses if nobody decides.',
  },
  'break-glass.approved': ANSWERED,
  'break-glass.declined': ANSWERED,
  'disclosure.recorded': SAFETY,
  'referral.sent': SAFETY,
  'police-notice.sent': SAFETY,
  'access-review.breach': SAFETY,
  'access-review.decided': ANSWERED,
};

const FOOT =
  'This mail holds no details. Sign in to read them. To get fewer mails, choose so under your notices.';

const FOOT_OUTSIDE = 'This mail holds no details. If you do not know what it is about, please delete it.';

export interface MailText {
  subject: string;
  text: string;
}

const withRef = (subject: string, ref: string | null): string =>
  ref === null ? subject : `${subject} (${ref})`;

export function noticeMail(
  topic: TopicName,
  ref: string | null,
  link: string,
  outside: boolean = false,
): MailText {
  const { subject, line } = WORDS[topic];
  const foot = outside ? FOOT_OUTSIDE : FOOT;
  return { subject: withRef(subject, ref), text: `${line}\n\n${link}\n\n${foot}\n` };
}

export function digestMail(count: number, link: string): MailText {
  const things = count === 1 ? '1 new thing' : `${count} new things`;
  return {
    subject: `${things} for you`,
    text: `There ${count === 1 ? 'is' : 'are'} ${things} for you.\n\n${link}\n\n${FOOT}\n`,
  };
}
