import { Injectable } from '@nestjs/common';
import {
  directionOf,
  isBehind,
  nextVersion,
  statementProblems,
  type AddStatement,
  type StatementOffersView,
  type StatementQuery,
  type StatementVersionsView,
  type StatementView,
} from '@encircle/shared/consents';
import type { AccessContext } from '#api/access/access-context.js';
import { invalid, notFound } from '#api/platform/errors/domain-error.js';
import { AgreementGate } from './agreement-gate.js';
import {
  allStatements,
  currentStatement,
  insertStatement,
  keyOfAct,
  statementOf,
  type StatementRow,
} from './persistence/statements.repository.js';

/** The wordings people agree to. One is added, none is changed: what was read out stays as it was. */
@Injectable()
export class StatementsService {
  constructor(private readonly gate: AgreementGate) {}

  /** @throws 404 when no wording is in force, which is a fault of the installation */
  async current(ctx: AccessContext, query: StatementQuery): Promise<StatementView> {
    const row = await currentStatement(ctx.uow, query.language ?? 'en', query.form ?? 'FULL');
    if (!row) throw notFound();
    return viewOf(row);
  }

  /** In which languages and forms a family can be read it today. */
  async offers(ctx: AccessContext): Promise<StatementOffersView> {
    const rows = (await allStatements(ctx.uow)).filter((row) => row.validFrom <= ctx.today);
    const keys = new Map(rows.map(({ language, form }) => [`${language} ${form}`, { language, form }]));
    return { items: [...keys.values()] };
  }

  /** The wording an act was given under, however it reads today. */
  async ofAct(ctx: AccessContext, episodeId: string, consentId: string): Promise<StatementView> {
    const facts = await this.gate.look(ctx, episodeId);
    const key = await keyOfAct(ctx.uow, episodeId, consentId);
    const row = key && (await statementOf(ctx.uow, key));
    if (!row) throw notFound();
    await ctx.audit({
      episodeId,
      childIds: facts.subjects.map((subject) => subject.personId),
      basis: [`consent:${consentId}`],
    });
    return viewOf(row);
  }

  async versions(ctx: AccessContext): Promise<StatementVersionsView> {
    const rows = await allStatements(ctx.uow);
    const inForce = new Map<string, StatementRow>();
    for (const row of rows) {
      const place = `${row.language} ${row.form}`;
      if (row.validFrom <= ctx.today && !inForce.has(place)) inForce.set(place, row);
    }
    const english = inForce.get('en FULL')?.version ?? '';
    return {
      items: rows.map((row) => {
        const current = inForce.get(`${row.language} ${row.form}`) === row;
        return {
          ...viewOf(row),
          validFrom: row.validFrom,
          inForce: current,
          behind: current && isBehind(row.version, english),
          addedBy: row.addedBy,
        };
      }),
    };
  }

  /** @throws 400 naming body or first day */
  async add(ctx: AccessContext, command: AddStatement): Promise<StatementVersionsView> {
    const problems = statementProblems(command, ctx.today);
    if (Object.keys(problems).length > 0) throw invalid(problems);
    const version = nextVersion(await allStatements(ctx.uow), command);
    await insertStatement(ctx.uow, version, command, command.validFrom ?? ctx.today);
    await ctx.audit({ basis: [`${version} ${command.language} ${command.form}`], fields: ['body'] });
    return this.versions(ctx);
  }
}

function viewOf({ version, language, form, body }: StatementRow): StatementView {
  return { version, language, direction: directionOf(language), form, body };
}
