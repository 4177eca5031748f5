import { Injectable } from '@nestjs/common';
import type { AnswerContribution, ContributionsView, ContributionView } from '@encircle/shared/assessments';
import {
  askedFields,
  checkAnswers,
  formWords,
  isBlank,
  section as sectionOf,
  type AnswerValue,
  type FormVersion,
  type SectionAnswers,
} from '@encircle/shared/forms';
import type { AccessContext } from '#api/access/access-context.js';
import { invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { tell } from '#api/platform/outbox/tell.js';
import { contributionView } from './domain/contribution-view.js';
import { formNamed } from './persistence/forms.repository.js';
import { DraftsService } from './drafts.service.js';
import {
  answerContribution,
  askedOfMe,
  askerOf,
  type AskedOfMe,
} from './persistence/contributions.repository.js';

/** The side of the colleague who was asked: one section, while it is asked and agreed, and nothing else of the case. */
@Injectable()
export class ContributingService {
  constructor(private readonly drafts: DraftsService) {}

  async list(ctx: AccessContext): Promise<ContributionsView> {
    const rows = await askedOfMe(ctx, null);
    await ctx.audit({
      childIds: [...new Set(rows.map((row) => row.subjectId))],
      categories: ['IDENT'],
      count: rows.length,
      channel: 'list',
    });
    return {
      items: await Promise.all(rows.map(async (row) => viewOf(ctx, row, await this.formOf(ctx, row)))),
      mayAsk: false,
    };
  }

  async view(ctx: AccessContext, id: string): Promise<ContributionView> {
    const row = await this.demand(ctx, id);
    const form = await this.formOf(ctx, row);
    await this.audited(ctx, row, form, []);
    return viewOf(ctx, row, form);
  }

  /** @throws 404 when it is not asked of this worker any more, 409 STALE when it was answered elsewhere meanwhile */
  async answer(ctx: AccessContext, id: string, body: AnswerContribution): Promise<ContributionView> {
    const row = await this.demand(ctx, id);
    const declined = body.declined?.trim();
    const answers = (body.answers ?? {}) as SectionAnswers;
    const form = await this.formOf(ctx, row);
    if (!declined) check(row, form, answers);
    const taken = await answerContribution(
      ctx,
      id,
      body.version,
      declined ? null : answers,
      declined ?? null,
    );
    if (taken === null) throw notFound();
    if (!taken) throw stale({ stored: viewOf(ctx, row, form), sent: answers });
    const asker = await askerOf(ctx, id);
    if (asker)
      await tell(ctx.uow, {
        topic: declined ? 'contribution.declined' : 'contribution.answered',
        episodeId: row.episodeId,
        payload: { assessmentId: asker.assessmentId },
        to: [asker.userId],
      });
    await this.drafts.submitted(ctx, 'contribution', ctx.userId, id, row.episodeId);
    await this.audited(
      ctx,
      row,
      form,
      declined ? [] : Object.keys(answers).map((key) => `${row.section}.${key}`),
    );
    return viewOf(
      ctx,
      {
        ...row,
        version: row.version + 1,
        status: declined ? 'DECLINED' : 'ANSWERED',
        body: declined ? row.body : { ...answers },
      },
      form,
    );
  }

  private async demand(ctx: AccessContext, id: string): Promise<AskedOfMe> {
    const [row] = await askedOfMe(ctx, id);
    if (!row) throw notFound();
    return row;
  }

  private async formOf(ctx: AccessContext, row: AskedOfMe): Promise<FormVersion> {
    const form = await formNamed(ctx.uow, row.formCode, row.formVersion);
    if (!form) throw notFound();
    return form;
  }

  private audited(ctx: AccessContext, row: AskedOfMe, form: FormVersion, fields: string[]): Promise<void> {
    return ctx.audit({
      episodeId: row.episodeId,
      childIds: [row.subjectId],
      categories: ['IDENT', sectionOf(form, row.section).category],
      basis: [`contribution:${row.id}`],
      fields,
    });
  }
}

function viewOf(ctx: AccessContext, row: AskedOfMe, form: FormVersion): ContributionView {
  return contributionView(ctx.today, {
    ...row,
    assessmentId: null,
    askedOf: ctx.who.fullName,
    declined: null,
    answers: row.body,
    already: row.already.map((answers) => asked(row, form, answers)),
    mine: true,
  });
}

/** The same questions as are asked, as others answered them; what is not asked is not shown. */
function asked(row: AskedOfMe, form: FormVersion, answers: Record<string, unknown>): Record<string, unknown> {
  const keys = askedFields(sectionOf(form, row.section)).map((field) => field.key);
  return Object.fromEntries(Object.entries(answers).filter(([key]) => keys.includes(key)));
}

function check(row: AskedOfMe, form: FormVersion, answers: SectionAnswers): void {
  const section = sectionOf(form, row.section);
  const asked = new Set(askedFields(section).map((field) => field.key));
  const faults: Record<string, string[]> = {};
  for (const key of Object.keys(answers))
    if (!asked.has(key)) faults[`answers.${key}`] = ['This question does not belong here'];
  for (const { field, words } of checkAnswers(section, section.category, answers))
    faults[`answers.${field}`] ??= [formWords(words, row.child)];
  const said = Object.values(answers).some((value) => !isBlank(value as AnswerValue));
  if (!said) faults['answers'] = ['Write your part, or say why you cannot'];
  if (Object.keys(faults).length > 0) throw invalid(faults);
}
