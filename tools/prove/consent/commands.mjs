import { personId, userId } from '@encircle/shared/fixture';
import { PERSONS, SERVICES } from './world.mjs';

const ORDINARY = ['IDENT', 'INVOLVE', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN', 'MEETING', 'NOTES'];
const OWN = ['SENS_MH', 'SENS_SH', 'OFFENCE'];
const COMPETENCE = {
  understandsWhat: true,
  understandsWhoAndWhy: true,
  understandsConsequences: true,
  freeOfPressure: true,
  reasons: 'Said in own words who would know and what may follow.',
};

/** Something a family says about sharing: an act of agreeing or refusing, or a change of mind. */
export function commandFor(random, each, today) {
  const giver = random.one(each.givers);
  if (random.chance(0.35)) return { kind: 'withdraw', body: withdrawal(random, giver) };
  return { kind: 'record', body: agreement(random, each, giver, today) };
}

function withdrawal(random, giver) {
  const scope = random.one(['ALL', 'SERVICE', 'SERVICE', 'CATEGORY', 'CATEGORY']);
  return {
    giverPersonId: personId(giver),
    scope,
    how: random.one(['PHONE', 'IN_PERSON', 'LETTER_OR_EMAIL']),
    ...(scope === 'SERVICE' ? { recipientId: recipient(random).recipientId } : {}),
    ...(scope === 'CATEGORY' ? { category: random.one([...ORDINARY, ...OWN]) } : {}),
  };
}

function agreement(random, each, giver, today) {
  const own = each.children.includes(giver);
  const subject = own ? giver : random.one(each.children);
  const lines = linesFor(random, each, giver, today);
  const matters = [...new Set(lines.map((line) => line.category))];
  return {
    subjectId: personId(subject),
    giverPersonId: personId(giver),
    capacity: own ? 'SELF' : 'PR_HOLDER',
    method: 'WET_INK',
    statementVersion: 'v1',
    understood: { recording: true, sharing: true, withoutAgreement: true },
    ...(own && random.chance(0.4) ? { competence: { ...COMPETENCE, matters } } : {}),
    lines,
  };
}

function linesFor(random, each, giver, today) {
  const adult = each.adults.includes(giver) && random.chance(0.2);
  const lines = new Map();
  const recipients = Array.from({ length: 1 + random.upTo(3) }, () => recipient(random));
  for (const to of recipients) {
    const kinds = adult ? ['ADULT', 'SENS_SM'] : random.chance(0.3) ? OWN : ORDINARY;
    for (const category of random.some(kinds)) {
      const decision = random.chance(0.75) ? 'GIVEN' : 'REFUSED';
      lines.set(`${to.recipientId} ${category}`, {
        ...to,
        category,
        decision,
        ...(decision === 'GIVEN' ? span(random, today) : {}),
        ...(adult ? { aboutPersonId: personId(giver) } : {}),
        ...(random.chance(0.15) ? { history: false } : {}),
        ...(random.chance(0.1) ? { purposes: ['REFER'] } : {}),
      });
    }
  }
  return [...lines.values()];
}

/** Short spans, some yet to begin, so that days that pass end and begin something. */
function span(random, today) {
  const day = (n) => new Date(Date.parse(`${today}T12:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
  const first = random.chance(0.2) ? random.upTo(20) : 0;
  return {
    ...(first > 0 ? { validFrom: day(first) } : {}),
    ...(random.chance(0.6) ? { expiresOn: day(first + random.upTo(40)) } : {}),
  };
}

function recipient(random) {
  return random.chance(0.7)
    ? { recipientType: 'SERVICE', recipientId: random.one(SERVICES).id }
    : { recipientType: 'PERSON', recipientId: userId(random.one(PERSONS)) };
}

/** Minutes, hours or days; never within a minute of a day's beginning, where the two clocks could disagree. */
export function moved(random, now) {
  const minutes = random.one([5, 90, 600, 1440, 1440 * 3, 1440 * 11, 1440 * 17]);
  const at = new Date(Date.parse(now) + minutes * 60_000 + random.upTo(120) * 60_000);
  if (at.getUTCHours() === 23 || at.getUTCHours() === 0) at.setUTCHours(9);
  at.setUTCSeconds(0, 0);
  return at.toISOString();
}
