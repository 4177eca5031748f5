import { Injectable } from '@nestjs/common';
import type { AddQuestion, ChangeFormDraft, FormVersionsView, FormView } from '@encircle/shared/assessments';
import {
  ADDED_MAX,
  ANSWERS_MIN,
  currentForm,
  formWords,
  isChoice,
  mayHoldMore,
  nextQuestionKey,
  ownAnswers,
  type AddedQuestion,
} from '@encircle/shared/forms';
import type { AccessContext } from '#api/access/access-context.js';
import { DomainError, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import {
  addFormDraft,
  changeFormDraft,
  formNamed,
  formVersionsOf,
  publishForm,
  type StoredForm,
} from './persistence/forms.repository.js';

/** Forms an administrator may add to. The first check and the agreement are the house's alone. */
const OPEN_FORMS = ['caf'];

/** The area's own questions: written as a draft, published as the next version, and never changed from then on. */
@Injectable()
export class FormVersionsService {
  async versions(ctx: AccessContext, code: string): Promise<FormVersionsView> {
    const rows = await this.rows(ctx, code);
    const inForce = rows.find((row) => row.status === 'PUBLISHED');
    const house = currentForm(code);
    return {
      code,
      items: [
        ...rows.map((row) => ({
          version: row.version,
          status: row.status,
          rowVersion: row.rowVersion,
          publishedOn: row.publishedOn,
          publishedBy: row.publishedBy,
          questions: row.questions.map((each) => ({ ...each, answers: [...(each.answers ?? [])] })),
          inForce: row === inForce,
        })),
        {
          version: house.version,
          status: 'PUBLISHED',
          rowVersion: 1,
          publishedOn: null,
          publishedBy: null,
          questions: [],
          inForce: inForce === undefined,
        },
      ],
      sections: house.sections
        .filter(mayHoldMore)
        .map(({ key, title }) => ({ key, title: formWords(title, 'the child') })),
    };
  }

  /** A form as data: of the house, or a published version with the area's own questions. */
  async named(ctx: AccessContext, code: string, version: string): Promise<FormView> {
    const found = await formNamed(ctx.uow, code, version);
    if (!found) throw notFound();
    return { ...found, groups: [...found.groups], sections: [...found.sections] };
  }

  /** Begins the draft of the next version where there is none. @throws 400 naming the field, 409 STALE */
  async add(ctx: AccessContext, code: string, body: AddQuestion): Promise<FormVersionsView> {
    const rows = await this.rows(ctx, code);
    const draft = rows.find((row) => row.status === 'DRAFT');
    const before = draft?.questions ?? rows.find((row) => row.status === 'PUBLISHED')?.questions ?? [];
    check(code, body, before);
    if ((draft?.rowVersion ?? 0) !== body.rowVersion) throw stale({ rowVersion: draft?.rowVersion ?? 0 });
    const questions: AddedQuestion[] = [
      ...before,
      {
        key: nextQuestionKey(rows.flatMap((row) => row.questions.map((each) => each.key))),
        section: body.section,
        type: body.type,
        label: body.label.trim(),
        hint: body.hint?.trim() || null,
        required: body.required,
        ...(isChoice(body.type) ? { answers: ownAnswers(body.answers ?? []) } : {}),
      },
    ];
    const kept = draft
      ? await changeFormDraft(ctx.uow, code, body.rowVersion, questions)
      : await addFormDraft(ctx.uow, code, nextVersion(code, rows), questions);
    if (!kept) throw stale();
    await ctx.audit({ basis: [`form:${code}`], fields: [`${body.section}.${questions.at(-1)?.key ?? ''}`] });
    return this.versions(ctx, code);
  }

  /** Takes a question out of the draft: not one that the version before asks, whose answers stand in assessments. */
  async drop(ctx: AccessContext, code: string, key: string, rowVersion: number): Promise<FormVersionsView> {
    const rows = await this.rows(ctx, code);
    const draft = rows.find((row) => row.status === 'DRAFT');
    if (!draft?.questions.some((each) => each.key === key)) throw notFound();
    if (rows.some((row) => row.status === 'PUBLISHED' && row.questions.some((each) => each.key === key)))
      throw new DomainError('QUESTION_IN_USE', 409, {
        detail: 'This question is asked already. A version once used is never edited',
      });
    const rest = draft.questions.filter((each) => each.key !== key);
    if (!(await changeFormDraft(ctx.uow, code, rowVersion, rest)))
      throw stale({ rowVersion: draft.rowVersion });
    await ctx.audit({ basis: [`form:${code}`], fields: [key] });
    return this.versions(ctx, code);
  }

  async publish(
    ctx: AccessContext,
    code: string,
    { rowVersion }: ChangeFormDraft,
  ): Promise<FormVersionsView> {
    const rows = await this.rows(ctx, code);
    const draft = rows.find((row) => row.status === 'DRAFT');
    if (!draft) throw new DomainError('NO_DRAFT', 409, { detail: 'There is nothing new to publish' });
    const before = rows.find((row) => row.status === 'PUBLISHED')?.questions.length ?? 0;
    if (draft.questions.length === before)
      throw new DomainError('NO_DRAFT', 409, { detail: 'There is nothing new to publish' });
    if (!(await publishForm(ctx.uow, code, rowVersion))) throw stale({ rowVersion: draft.rowVersion });
    await ctx.audit({ basis: [`form:${code}`, `version:${draft.version}`] });
    return this.versions(ctx, code);
  }

  private async rows(ctx: AccessContext, code: string): Promise<StoredForm[]> {
    if (!OPEN_FORMS.includes(code)) throw notFound();
    return formVersionsOf(ctx.uow, code);
  }
}

function check(code: string, body: AddQuestion, before: readonly AddedQuestion[]): void {
  const fields: Record<string, string[]> = {};
  const section = currentForm(code).sections.find((each) => each.key === body.section);
  if (!section || !mayHoldMore(section)) fields['section'] = ['Choose the part it belongs to'];
  const label = body.label.trim().toLowerCase();
  const asked = [
    ...(section?.fields.map((field) => field.label) ?? []),
    ...before.filter((each) => each.section === body.section).map((each) => each.label),
  ];
  if (asked.some((each) => each.toLowerCase() === label)) fields['label'] = ['This part asks that already'];
  if (label.length < 5) fields['label'] = ['Write the question in 5 to 150 characters'];
  if (/[{}<>]/.test(body.label.replaceAll('{child}', '')))
    fields['label'] = ['Write {child} where the child’s name belongs, and no other brackets'];
  if (before.length >= ADDED_MAX)
    fields['label'] = [`The form has ${ADDED_MAX} own questions: that is the most`];
  const wrong = wrongAnswers(body);
  if (wrong) fields['answers'] = [wrong];
  if (Object.keys(fields).length > 0) throw invalid(fields);
}

function wrongAnswers({ type, answers = [] }: AddQuestion): string | null {
  if (!isChoice(type)) return answers.length === 0 ? null : 'Only a question answered by choosing has a list';
  const labels = answers.map((each) => each.trim().toLowerCase());
  if (labels.length < ANSWERS_MIN || labels.includes(''))
    return 'Write at least two answers, one on each line';
  return new Set(labels).size === labels.length ? null : 'Write each answer once';
}

function nextVersion(code: string, rows: readonly StoredForm[]): string {
  const numbers = [currentForm(code).version, ...rows.map((row) => row.version)].map((each) =>
    Number(each.replace(/\D/g, '')),
  );
  return `v${Math.max(...numbers) + 1}`;
}
