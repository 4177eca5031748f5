import { Injectable } from '@nestjs/common';
import { checkNhsNumber } from '@encircle/shared/identifiers';
import { checkName } from '@encircle/shared/names';
import {
  birthProblems,
  mayBeRegistered,
  registrationProblems,
  type ChildView,
  type RecordBirth,
  type RegisterParent,
  type RelativeList,
} from '@encircle/shared/people';
import type { AccessContext } from '#api/access/access-context.js';
import { DomainError, invalid, stale } from '#api/platform/errors/domain-error.js';
import { ChildGate } from './child-gate.js';
import { ChildrenService } from './children.service.js';
import { recordBirth, registerParent, type StoredBirth } from './persistence/births.repository.js';
import { noteDuplicates } from './persistence/children.repository.js';
import { relativesOf } from './persistence/details.repository.js';
import { RelativesService } from './relatives.service.js';

/** From unborn baby to child: the same person, with every word written before (rule 5.6). */
@Injectable()
export class BirthsService {
  constructor(
    private readonly gate: ChildGate,
    private readonly children: ChildrenService,
    private readonly relatives: RelativesService,
  ) {}

  /** @throws 400 naming each wrong field, 409 ALREADY_BORN, 409 STALE with what is stored */
  async record(ctx: AccessContext, childId: string, birth: RecordBirth): Promise<ChildView> {
    const opened = await this.gate.open(ctx, childId, 'IDENT', 'write');
    const { person, facts, decision } = opened;
    if (!person.isUnborn)
      throw new DomainError('ALREADY_BORN', 409, { detail: 'The birth of this child is on record already' });
    const problems = birthProblems(birth, person.dueDate, ctx.today);
    if (Object.keys(problems).length > 0) throw invalid(problems);
    if (!(await recordBirth(ctx.uow, childId, facts?.id ?? null, birth.version, storedBirth(birth))))
      throw stale({ stored: await this.children.viewOf(ctx, opened), sent: birth });
    await noteDuplicates(ctx.uow, childId);
    await ctx.audit({
      episodeId: facts?.id ?? null,
      childIds: [childId],
      categories: ['IDENT'],
      basis: decision?.bases ?? ['R19_OWN'],
      fields: ['dateOfBirth', 'sex', ...(birth.nhsNumber ? ['nhsNumber'] : []), 'givenNames', 'familyName'],
    });
    return this.children.reread(ctx, opened);
  }

  /** @throws 400 at the field, 409 STALE; a tie that is not this child's is 400 like one that does not exist */
  async register(ctx: AccessContext, childId: string, told: RegisterParent): Promise<RelativeList> {
    const { person, facts, decision } = await this.gate.open(ctx, childId, 'FAMILY', 'write');
    const problems = registrationProblems(told, person.dateOfBirth, ctx.today);
    const tie = (await relativesOf(ctx.uow, childId)).find(({ id }) => id === told.relationshipId);
    if (tie?.hasPr === 'YES')
      problems['relationshipId'] = ['This parent has parental responsibility already'];
    else if (!tie || !mayBeRegistered(tie)) problems['relationshipId'] = ['Choose a parent of this child'];
    if (Object.keys(problems).length > 0) throw invalid(problems);
    if (!(await registerParent(ctx.uow, facts?.id ?? null, told)))
      throw stale({ stored: await this.relatives.listOf(ctx, childId), sent: told });
    await ctx.audit({
      episodeId: facts?.id ?? null,
      childIds: [childId],
      categories: ['FAMILY'],
      basis: decision?.bases ?? ['R19_OWN'],
      fields: ['hasPr', 'prBasis', 'prFrom'],
    });
    return this.relatives.listOf(ctx, childId);
  }
}

function storedBirth(birth: RecordBirth): StoredBirth {
  const name = (typed: string | undefined): string | null => {
    const answer = (typed ?? '').trim() === '' ? null : checkName(typed ?? '', { digitsConfirmed: true });
    return answer?.ok ? answer.value : null;
  };
  const number = (birth.nhsNumber ?? '').trim() === '' ? null : checkNhsNumber(birth.nhsNumber ?? '');
  return {
    dateOfBirth: birth.dateOfBirth,
    dobStatus: birth.dobStatus,
    sex: birth.sex,
    givenNames: name(birth.givenNames),
    familyName: name(birth.familyName),
    noSurname: birth.noSurname ?? false,
    preferredName: name(birth.preferredName),
    nhsNumber: number?.ok ? number.value : null,
  };
}
