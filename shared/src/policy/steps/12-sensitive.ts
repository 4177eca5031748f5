import type { Category } from '../categories.js';
import type { Instant, SensitiveLine } from '../facts.js';
import { decidesAlone } from '../givers.js';
import { isLive } from '../instants.js';
import { limited, type Outcome } from '../outcome.js';
import { aboutWhom, type Question } from '../question.js';
import { ownEdges, type Standing } from '../standing.js';
import { answerByRows } from './row-answer.js';

/** Rule R08: a row naming recipient and category; brokering; or the one agreed line; otherwise nothing is there. */
export function sensitive(
  question: Question,
  category: Category,
  standing: Standing,
  asOf: Instant,
): Outcome {
  const answer = answerByRows(question, category, standing, asOf, {
    given: 'R08_CONSENT',
    none: 'R08_NO_CONSENT',
  });
  if (answer.effect === 'ALLOW' || answer.effect === 'LIMITED') return answer;
  return brokered(question) ?? agreedLine(question, category, standing) ?? answer;
}

/** The CAF team brokers contact with the service; it learns service and worker, never detail. */
export function brokered(question: Question): Outcome | null {
  const { actor, purpose } = question;
  const tasks = actor.role === 'CAFC' && purpose === 'BROKER' ? ownEdges(question, 'BROKER_TASK') : [];
  if (tasks.length === 0) return null;
  return limited(
    'SERVICE_AND_WORKER_CONTACT',
    ['R08_BROKER'],
    tasks.map((task) => task.id),
  );
}

/** "A specialist service is involved": to the team of the moment, where the person concerned agreed to that line. */
function agreedLine(question: Question, category: Category, standing: Standing): Outcome | null {
  if (standing.kind !== 'MEMBER') return null;
  const about = aboutWhom(question.item);
  const lines = question.episode.sensitiveLines.filter(
    (line) =>
      line.personId === about && line.category === category && line.lineAgreed && isTheirs(question, line),
  );
  if (lines.length === 0) return null;
  return limited(
    'SPECIALIST_SERVICE_LINE',
    ['R08_LINE'],
    [...standing.bases, ...lines.map((line) => line.id)],
  );
}

function isTheirs({ episode, now }: Question, line: SensitiveLine): boolean {
  if (!isLive(line, now)) return false;
  if (line.giverId === line.personId) return decidesAlone(episode, line.personId, line.category, now);
  const speaks = episode.relatives.some(
    (tie) => tie.personId === line.giverId && tie.childId === line.personId && tie.hasPr,
  );
  return speaks && !decidesAlone(episode, line.personId, line.category, now);
}
