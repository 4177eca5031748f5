import { Injectable } from '@nestjs/common';
import { ageOn, compareDates, gestationWeeks, isCivilDate, isPremature } from '@encircle/shared/dates';
import { checkName, chosenName, fullName, nameProblems, unbornLabel } from '@encircle/shared/names';
import {
  childProblems,
  type AddChild,
  type ChangeChild,
  type ChildAdded,
  type ChildView,
  type FieldProblems,
} from '@encircle/shared/people';
import type { AccessContext } from '#api/access/access-context.js';
import { DomainError, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { ChildGate, type Opened } from './child-gate.js';
import { storedChild } from './domain/stored-child.js';
import { changePerson, insertPerson, noteDuplicates, personById } from './persistence/children.repository.js';
import {
  addressesOf,
  contactsOf,
  identifiersOf,
  otherNamesOf,
  settingsOf,
} from './persistence/details.repository.js';
import { hasSearched } from './persistence/find.repository.js';
import { RelativesService } from './relatives.service.js';

@Injectable()
export class ChildrenService {
  constructor(
    private readonly gate: ChildGate,
    private readonly relatives: RelativesService,
  ) {}

  /**
   * Adds a child with family and details after a search. Whether someone like this is on record already is told to
   * the CAF team and never here: the answer is the same for a number in use and a fresh one.
   * @throws 409 SEARCH_FIRST; 400 naming each wrong field
   */
  async add(ctx: AccessContext, child: AddChild): Promise<ChildAdded> {
    const problems = childProblems(child, ctx.today);
    if (Object.keys(problems).length > 0) throw invalid(problems);
    if (!(await hasSearched(ctx.uow))) throw new DomainError('SEARCH_FIRST', 409);
    const people = await this.relatives.people(ctx, child.relatives ?? [], 'relatives.');
    const mother = child.isUnborn ? people.find(({ relative }) => relative.kind === 'MOTHER') : undefined;
    const id = await insertPerson(ctx.uow, storedChild(child), mother?.personId ?? null);
    await this.relatives.tie(ctx, id, people);
    await noteDuplicates(ctx.uow, id);
    await ctx.audit({
      childIds: [id],
      categories: ['IDENT', 'FAMILY'],
      basis: ['R19_OWN'],
      fields: filledFields(child),
    });
    const stored = await personById(ctx.uow, id);
    if (!stored) throw notFound();
    return {
      id,
      chosenName: await this.nameOf(ctx, stored),
      relativeIds: people.map(({ personId }) => personId),
    };
  }

  async view(ctx: AccessContext, childId: string): Promise<ChildView> {
    const opened = await this.gate.open(ctx, childId, 'IDENT');
    const view = await this.viewOf(ctx, opened);
    await ctx.audit({
      episodeId: opened.facts?.id ?? null,
      childIds: [childId],
      categories: ['IDENT'],
      outcome: opened.decision?.effect === 'LIMITED' ? 'LIMITED' : 'ALLOW',
      basis: opened.decision?.bases ?? ['R19_OWN'],
    });
    return view;
  }

  /** @throws 409 with what is stored now when somebody saved first */
  async change(ctx: AccessContext, childId: string, change: ChangeChild): Promise<ChildView> {
    const opened = await this.gate.open(ctx, childId, 'IDENT', 'write');
    const problems = changeProblems(change, opened.person.isUnborn, ctx.today);
    if (Object.keys(problems).length > 0) throw invalid(problems);
    if (!(await changePerson(ctx.uow, childId, { ...change, ...composed(change) })))
      throw stale({ stored: await this.viewOf(ctx, opened), sent: change });
    await ctx.audit({
      episodeId: opened.facts?.id ?? null,
      childIds: [childId],
      categories: ['IDENT'],
      basis: opened.decision?.bases ?? ['R19_OWN'],
      fields: filledFields(change),
    });
    return this.reread(ctx, opened);
  }

  async reread(ctx: AccessContext, opened: Opened): Promise<ChildView> {
    const person = await personById(ctx.uow, opened.person.id);
    if (!person) throw notFound();
    return this.viewOf(ctx, { ...opened, person });
  }

  async viewOf(ctx: AccessContext, opened: Opened): Promise<ChildView> {
    const { person } = opened;
    const whole = opened.decision === null || opened.decision.effect === 'ALLOW';
    const located = this.gate.mayLocate(ctx, opened);
    const chosen = await this.nameOf(ctx, whole ? person : { ...person, preferredName: null });
    return {
      id: person.id,
      version: person.version,
      isUnborn: person.isUnborn,
      chosenName: chosen,
      fullName: person.isUnborn ? chosen : fullName(whole ? person : { ...person, preferredName: null }),
      givenNames: person.givenNames,
      familyName: person.familyName,
      preferredName: whole ? person.preferredName : null,
      pronouns: whole ? person.pronouns : null,
      dateOfBirth: person.dateOfBirth,
      dobStatus: person.dobStatus,
      ageYears: person.dateOfBirth === null ? null : ageOn(person.dateOfBirth, ctx.today),
      dueDate: person.dueDate,
      weeksPregnant:
        person.isUnborn && person.dueDate !== null ? gestationWeeks(person.dueDate, ctx.today) : null,
      bornEarly:
        person.dueDate !== null &&
        person.dateOfBirth !== null &&
        isPremature(person.dueDate, person.dateOfBirth),
      sex: person.sex,
      otherNames: whole ? await otherNamesOf(ctx.uow, person.id) : [],
      identifiers: whole ? await identifiersOf(ctx.uow, person.id) : [],
      addresses: located ? await addressesOf(ctx.uow, person.id) : [],
      contacts: located ? await contactsOf(ctx.uow, person.id) : [],
      settings: located ? await settingsOf(ctx.uow, person.id) : [],
    };
  }

  private async nameOf(ctx: AccessContext, person: Opened['person']): Promise<string> {
    if (!person.isUnborn || person.givenNames !== null) return chosenName(person);
    const mother = person.motherId === null ? null : await personById(ctx.uow, person.motherId);
    return unbornLabel(mother);
  }
}

function changeProblems(change: ChangeChild, unborn: boolean, today: string): FieldProblems {
  const problems: FieldProblems = {};
  const names = nameProblems({
    unborn: true,
    digitsConfirmed: change.digitsConfirmed ?? false,
    givenNames: change.givenNames ?? null,
    familyName: change.familyName ?? null,
    preferredName: change.preferredName ?? null,
  });
  for (const fault of names) (problems[fault.field] ??= []).push(fault.words);
  const born = change.dateOfBirth;
  if (born !== undefined && (unborn || !isCivilDate(born) || compareDates(born, today) > 0))
    problems['dateOfBirth'] = [
      unborn ? 'Record the birth first' : 'Enter a real date of birth, not later than today',
    ];
  return problems;
}

function composed(change: ChangeChild): Partial<ChangeChild> {
  const of = (typed: string | undefined): string | undefined => {
    const answer = typed === undefined ? null : checkName(typed, { digitsConfirmed: true });
    return answer?.ok ? answer.value : undefined;
  };
  const names = {
    givenNames: of(change.givenNames),
    familyName: of(change.familyName),
    preferredName: of(change.preferredName),
  };
  return Object.fromEntries(Object.entries(names).filter(([, value]) => value !== undefined));
}

/** Names of the fields that hold something, for the audit row; never their words. */
function filledFields(command: object): string[] {
  return Object.entries(command)
    .filter(
      ([, value]) =>
        value !== undefined &&
        value !== null &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    )
    .map(([field]) => field)
    .sort();
}
