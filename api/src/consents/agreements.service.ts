import { Injectable } from '@nestjs/common';
import { chosenName, unbornLabel } from '@encircle/shared/names';
import {
  agreementSentence,
  effectsOf,
  entitlementOf,
  lightOf,
  readyLines,
  sentenceText,
  type AgreementsView,
  type AgreementSubjectView,
  type EffectsView,
  type LineReady,
  type PossibleGiverView,
  type PreviewAgreement,
  type SpokenLine,
} from '@encircle/shared/consents';
import type { EpisodeFacts, GiverCapacity, Subject } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { invalid } from '#api/platform/errors/domain-error.js';
import { AgreementGate } from './agreement-gate.js';
import { aboutWhom, giverOf } from './domain/entitled.js';
import {
  actsOf,
  familyOf,
  linesOf,
  peopleOf,
  services,
  staffOf,
  workersById,
  type FamilyRow,
  type NamedPerson,
} from './persistence/agreements.repository.js';
import { disputeDue } from './persistence/waiting.repository.js';

@Injectable()
export class AgreementsService {
  constructor(private readonly gate: AgreementGate) {}

  async view(ctx: AccessContext, episodeId: string): Promise<AgreementsView> {
    const facts = await this.gate.look(ctx, episodeId);
    const view = await this.viewOf(ctx, facts);
    await ctx.audit({
      episodeId,
      childIds: facts.subjects.map((subject) => subject.personId),
      categories: [...new Set(view.lines.map((line) => line.category))].sort(),
      count: view.lines.length,
    });
    return view;
  }

  async viewOf(ctx: AccessContext, facts: EpisodeFacts): Promise<AgreementsView> {
    const lines = await linesOf(ctx.uow, facts.id);
    const childIds = facts.subjects.map((subject) => subject.personId);
    const family = await familyOf(ctx.uow, facts.id, childIds);
    const names = new Map(family.map((each) => [each.personId, each.name]));
    // An act of which this reader may know no line is not known either, but to whoever wrote it down or made it.
    const told = new Set(lines.map((line) => line.consentId));
    const all = (await actsOf(ctx.uow, facts.id)).filter(
      (act) =>
        told.has(act.id) || act.recordedById === ctx.userId || act.giverPersonId === ctx.actor.personId,
    );
    const acts = all.map(({ recordedById: _, ...act }) => ({
      ...act,
      giverName: act.giverName || (names.get(act.giverPersonId) ?? ''),
    }));
    const light = lightOf(lines, ctx.today);
    const standing = new Set(lines.filter((line) => line.status === 'ACTIVE').map((line) => line.consentId));
    return {
      subjects: await this.subjects(ctx, facts, family),
      acts,
      lines,
      light: {
        ...light,
        givers: [...new Set(acts.filter((act) => standing.has(act.id)).map((act) => act.giverName))],
      },
      disputeDue: await disputeDue(ctx.uow, facts.id),
      mayRecord: this.gate.mayRecord(ctx, facts),
      mayWithdraw: this.gate.mayWithdraw(ctx, facts),
    };
  }

  /** The effect before saving, and the sentence that is read aloud. Nothing is stored. */
  async preview(ctx: AccessContext, episodeId: string, draft: PreviewAgreement): Promise<EffectsView> {
    const facts = await this.gate.record(ctx, episodeId);
    const subject = facts.subjects.find((each) => each.personId === draft.subjectId);
    if (!subject) throw invalid({ subjectId: ['Choose a child of this episode'] });
    const family = await familyOf(ctx.uow, episodeId, [draft.subjectId]);
    const people = await this.named(ctx, family, [draft.subjectId, draft.giverPersonId, ...aboutIds(draft)]);
    const act = { ...draft, capacity: 'PR_HOLDER', method: 'ON_SCREEN', statementVersion: '' } as const;
    const lines = readyLines(
      { ...act, understood: { recording: true, sharing: true, withoutAgreement: true } },
      ctx.today,
    );
    const spoken = await this.spoken(ctx, lines, people);
    const child = people.get(draft.subjectId) ?? '';
    const agencyIds = [
      ...new Set(lines.filter((line) => line.recipientType === 'SERVICE').map((line) => line.recipientId)),
    ];
    await ctx.audit({ episodeId, childIds: [draft.subjectId], categories: ['INVOLVE'], count: lines.length });
    return {
      sentence: sentenceText(agreementSentence(people.get(draft.giverPersonId) ?? '', child, spoken)),
      effects: effectsOf(spoken, {
        childName: child,
        readerId: ctx.userId,
        people: await staffOf(ctx.uow, episodeId, agencyIds),
        notAsked: family
          .filter(
            (each) =>
              each.hasPr === 'YES' && each.portal === 'NOT_ASKED' && each.personId !== draft.giverPersonId,
          )
          .filter((each) => !facts.consents.some((line) => line.giverId === each.personId))
          .map((each) => ({ name: each.name, relation: each.kind })),
        indexListing: lines.some((line) => line.indexListing),
      }),
    };
  }

  private async spoken(
    ctx: AccessContext,
    lines: readonly LineReady[],
    people: ReadonlyMap<string, string>,
  ): Promise<SpokenLine[]> {
    const ids = (type: string): string[] =>
      lines.filter((line) => line.recipientType === type).map((line) => line.recipientId);
    const named = [
      ...(await services(ctx.uow, ids('SERVICE'))),
      ...(await workersById(ctx.uow, ids('PERSON'))),
    ];
    const names = new Map(named.map(({ id, name }) => [id, name]));
    return lines.map((line) => ({
      ...line,
      recipientName: names.get(line.recipientId) ?? '',
      aboutName: line.aboutPersonId === null ? null : (people.get(line.aboutPersonId) ?? ''),
    }));
  }

  private async named(
    ctx: AccessContext,
    family: readonly FamilyRow[],
    ids: readonly string[],
  ): Promise<Map<string, string>> {
    const rows = await peopleOf(ctx.uow, ids);
    const spoken = family.map((each) => [each.personId, each.chosenName] as const);
    return new Map([...spoken, ...rows.map((row) => [row.id, nameOf(row, rows)] as const)]);
  }

  private async subjects(
    ctx: AccessContext,
    facts: EpisodeFacts,
    family: readonly FamilyRow[],
  ): Promise<AgreementSubjectView[]> {
    const ids = facts.subjects.map((subject) => subject.personId);
    const people = await peopleOf(ctx.uow, [...ids, ...family.map((each) => each.personId)]);
    return facts.subjects.flatMap((subject) => {
      const person = people.find((each) => each.id === subject.personId);
      if (!person) return [];
      return [
        {
          personId: subject.personId,
          name: nameOf(person, people),
          dateOfBirth: person.dateOfBirth,
          isUnborn: subject.kind === 'UNBORN',
          givers: giversOf(ctx, facts, subject, person, family),
        },
      ];
    });
  }
}

type Named = Pick<FamilyRow, 'personId' | 'name' | 'chosenName'>;

function giversOf(
  ctx: AccessContext,
  facts: EpisodeFacts,
  subject: Subject,
  person: NamedPerson,
  family: readonly FamilyRow[],
): PossibleGiverView[] {
  const about = aboutWhom(facts, family, subject.personId, 'CHILD', ctx.now);
  const possible = (
    { personId, name, chosenName: chosen }: Named,
    relation: string,
    capacity: GiverCapacity,
  ): PossibleGiverView => {
    const giver = giverOf(facts, family, personId, capacity, subject.personId);
    const answer = entitlementOf(giver, about, 'CHILD', ctx.today);
    const unable = { ...about, lacksCapacity: true };
    return {
      personId,
      name,
      chosenName: chosen,
      relation,
      capacity,
      entitled: answer.entitled,
      reason: answer.entitled ? null : answer.words,
      bestInterests:
        !answer.entitled && relation !== 'SELF' && entitlementOf(giver, unable, 'CHILD', ctx.today).entitled,
    };
  };
  const relatives = family
    .filter((each) => each.childId === subject.personId)
    .map((each) => possible(each, each.kind, capacityOf(each, subject)));
  if (subject.kind === 'UNBORN') return relatives;
  return [
    ...relatives,
    possible(
      { personId: subject.personId, name: chosenName(person), chosenName: chosenName(person) },
      'SELF',
      'SELF',
    ),
  ];
}

function capacityOf(tie: FamilyRow, subject: Subject): GiverCapacity {
  if (subject.kind === 'UNBORN' && tie.kind === 'MOTHER') return 'MOTHER_OF_UNBORN';
  return tie.prBasis === 'CARE_ORDER' ? 'LA_CARE_ORDER' : 'PR_HOLDER';
}

function nameOf(person: NamedPerson, people: readonly NamedPerson[]): string {
  if (!person.isUnborn || person.givenNames !== null) return chosenName(person);
  return unbornLabel(people.find((each) => each.id === person.motherId) ?? null);
}

function aboutIds(draft: PreviewAgreement): string[] {
  return draft.lines.map((line) => line.aboutPersonId).filter((id): id is string => id !== undefined);
}
