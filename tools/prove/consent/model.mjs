import { instantsOfLine, readyLines } from '@encircle/shared/consents';
import { actorOf, episodeOf } from '@encircle/shared/fixture';
import { decide, DEFAULT_SETTINGS, PURPOSES_OF_ROLE } from '@encircle/shared/policy';

/**
 * What should be so: the story's own rows, changed by nothing but the commands the program accepted, with the policy
 * asked about every item. It never looks into the database.
 */
export class Model {
  constructor(story) {
    this.story = story;
    this.cases = new Map();
    for (const { key, id } of story.episodes) {
      const facts = episodeOf(story, key);
      const consents = facts.consents.flatMap((line) =>
        line.categories.map((category) => ({
          ...line,
          id: `${line.id} ${category}`,
          categories: [category],
          // An adult's own line is written down with the case's first child.
          withSubject: facts.subjects.some((each) => each.personId === line.subjectId)
            ? line.subjectId
            : facts.subjects[0]?.personId,
        })),
      );
      this.cases.set(id, { key, ...facts, consents });
    }
    this.made = 0;
  }

  /** An act of agreeing that was accepted at `now`. */
  record(episodeId, act, now) {
    const facts = this.cases.get(episodeId);
    for (const line of readyLines(act, now.slice(0, 10))) {
      const about = line.aboutPersonId ?? act.subjectId;
      const { fromAt } = instantsOfLine({ ...line, givenAt: now });
      for (const old of facts.consents) {
        const same =
          old.giverId === act.giverPersonId &&
          old.withSubject === act.subjectId &&
          old.subjectId === about &&
          old.recipientId === line.recipientId &&
          old.categories[0] === line.category;
        if (same && old.withdrawnAt === null && old.supersededAt === null)
          old.supersededAt = later(fromAt, startOf(old));
      }
      this.made += 1;
      facts.consents.push({
        id: `made ${this.made}`,
        subjectId: about,
        withSubject: act.subjectId,
        giverId: act.giverPersonId,
        giverCapacity: act.capacity,
        recipientType: line.recipientType,
        recipientId: line.recipientId,
        categories: [line.category],
        purposes: line.purposes,
        decision: line.decision,
        givenAt: now,
        validFrom: line.validFrom,
        expiresAt: line.expiresOn,
        withdrawnAt: null,
        supersededAt: null,
        history: line.history,
        indexListing: line.indexListing,
      });
    }
    if (act.competence)
      facts.competence = [
        ...facts.competence,
        {
          id: `competence ${this.made}`,
          personId: act.subjectId,
          matters: act.competence.matters,
          competent: true,
          from: now,
          to: null,
        },
      ];
  }

  /** A withdrawal that was accepted at `now`. @returns what the program must answer */
  withdraw(episodeId, command, now) {
    const facts = this.cases.get(episodeId);
    const standing = facts.consents.filter((line) => stands(line, now));
    const gone = standing.filter(
      (line) =>
        line.giverId === command.giverPersonId &&
        (command.scope !== 'SERVICE' || line.recipientId === command.recipientId) &&
        (command.scope !== 'CATEGORY' || line.categories[0] === command.category),
    );
    if (gone.length === 0) return 'NOTHING_AGREED';
    for (const line of gone) line.withdrawnAt = later(now, startOf(line));
    if (command.scope !== 'ALL') return 'PARTLY';
    const left = standing.filter((line) => !gone.includes(line));
    if (left.length === 0) {
      facts.withdrawnAt = now;
      return 'WITHDRAWN';
    }
    const isChild = (line) => facts.subjects.some((each) => each.personId === line.subjectId);
    // Whoever takes all of it back leaves those the other still agrees about in dispute.
    const theirs = facts.consents.filter(
      (line) => line.giverId === command.giverPersonId && line.withdrawnAt !== null && isChild(line),
    );
    const disputed = left.some((line) => theirs.some((mine) => mine.withSubject === line.withSubject));
    return disputed ? 'DISPUTED' : 'PARTLY';
  }

  /** The items of a case this reader may have, by brute force. @param whole also what is left to ask again with */
  readable(episodeId, readerKey, now, whole) {
    const facts = this.cases.get(episodeId);
    const actor = actorOf(this.story, readerKey);
    const purpose = PURPOSES_OF_ROLE[actor.role].includes('COORDINATE')
      ? 'COORDINATE'
      : (PURPOSES_OF_ROLE[actor.role][0] ?? null);
    return this.story.items.filter((item) => {
      if (item.episodeId !== episodeId) return false;
      const decision = decide(
        { actor, episode: facts, settings: DEFAULT_SETTINGS },
        { purpose, action: 'read', channel: 'screen', reasonId: null, item },
        now,
      );
      return decision.effect === 'ALLOW' || (whole && decision.what === 'ASK_AGAIN');
    });
  }
}

function stands(line, now) {
  return (
    line.decision === 'GIVEN' &&
    line.withdrawnAt === null &&
    line.supersededAt === null &&
    (line.expiresAt === null || now.slice(0, 10) <= line.expiresAt)
  );
}

function startOf(line) {
  return instantsOfLine({
    decision: line.decision,
    givenAt: line.givenAt,
    validFrom: line.validFrom,
    expiresOn: line.expiresAt,
  }).fromAt;
}

const later = (a, b) => (Date.parse(a) > Date.parse(b) ? a : b);
