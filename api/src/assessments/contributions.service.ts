import { Injectable } from '@nestjs/common';
import type {
  AskForContribution,
  ContributionsView,
  ContributionView,
  DecideContribution,
} from '@encircle/shared/assessments';
import { addDays } from '@encircle/shared/dates';
import { hasSection, isAskable, section as sectionOf } from '@encircle/shared/forms';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { readable } from '#api/access/labelled.js';
import { TeamService } from '#api/episodes/team.service.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { tell } from '#api/platform/outbox/tell.js';
import { AssessmentReader, childName, type Opened } from './assessment-reader.js';
import { AssessmentStarter } from './assessment-starter.js';
import { contributionView } from './domain/contribution-view.js';
import { mayKnow } from './domain/may-know.js';
import {
  acceptContribution,
  addContribution,
  contributionById,
  contributionsOf,
  decideContribution,
  markReminded,
  wordsOf,
  type StoredContribution,
} from './persistence/contributions.repository.js';

/** An answer is waited for at most so long: an assessment is due sooner. */
const LONGEST_WAIT_DAYS = 90;

/** Asking a colleague of another service for one section: the asker's side. */
@Injectable()
export class ContributionsService {
  constructor(
    private readonly access: AccessService,
    private readonly reader: AssessmentReader,
    private readonly starter: AssessmentStarter,
    private readonly team: TeamService,
  ) {}

  async list(ctx: AccessContext, assessmentId: string): Promise<ContributionsView> {
    const opened = await this.reader.open(ctx, assessmentId);
    const view = await this.viewOf(ctx, opened);
    await ctx.audit({
      episodeId: opened.stored.episodeId,
      childIds: opened.children.map((each) => each.id),
      categories: [...new Set(view.items.map((each) => sectionOf(opened.form, each.section).category))],
      count: view.items.length,
    });
    return view;
  }

  /** @throws 422 FAMILY_SAID_NO, FAMILY_NOT_ASKED; 409 ASKED_ALREADY */
  async ask(ctx: AccessContext, assessmentId: string, body: AskForContribution): Promise<ContributionView> {
    const opened = await this.demandLead(ctx, assessmentId, body.subjectId);
    const { form, facts, child, stored } = opened;
    this.checkAsked(ctx, opened, body);
    const { category } = sectionOf(form, body.section);
    const worker = await this.team.demandInvitable(ctx, facts, body);
    if (!mayKnow(ctx, facts, child.id, ['IDENT', category], body))
      throw new DomainError('FAMILY_NOT_ASKED', 422, {
        detail: `The family has not agreed that ${worker.agency} may know this part`,
      });
    const { episodeId } = stored;
    const id = await addContribution(ctx, {
      episodeId,
      subjectId: child.id,
      category,
      assessmentId,
      section: body.section,
      userId: body.userId,
      agencyId: body.agencyId,
      question: body.question.trim(),
      dueOn: body.dueOn,
    });
    if (id === null)
      throw new DomainError('ASKED_ALREADY', 409, {
        detail: `${worker.name} has this question already. Wait for the answer, remind them, or take it back`,
      });
    await this.tellAsked(ctx, 'contribution.asked', episodeId, id, body.userId);
    await this.audited(ctx, opened, category, body.userId);
    return this.one(ctx, assessmentId, id);
  }

  /** Takes the words in as that service's own part, gives them back with a note, or takes the question back. */
  async decide(ctx: AccessContext, id: string, body: DecideContribution): Promise<ContributionView> {
    const { asked, opened } = await this.openForLead(ctx, id);
    const note = body.note?.trim();
    if (body.decision === 'RETURN' && !note)
      throw invalid({ note: ['Say what is to be changed, so that your colleague can change it'] });
    const done =
      body.decision === 'ACCEPT'
        ? await acceptContribution(ctx, id, body.version)
        : await decideContribution(
            ctx,
            id,
            body.version,
            body.decision === 'RETURN' ? 'RETURNED' : 'TAKEN_BACK',
            note ?? null,
          );
    if (!done) throw stale({ stored: await this.one(ctx, asked.assessmentId, id) });
    if (body.decision === 'RETURN')
      await this.tellAsked(ctx, 'contribution.returned', asked.episodeId, id, asked.askedUserId);
    await this.audited(ctx, opened, asked.category, asked.askedUserId, body.decision);
    return this.one(ctx, asked.assessmentId, id);
  }

  /** Once a day at most. @throws 409 REMINDED_ALREADY */
  async remind(ctx: AccessContext, id: string): Promise<ContributionView> {
    const { asked, opened } = await this.openForLead(ctx, id);
    if (!(await markReminded(ctx, id)))
      throw new DomainError('REMINDED_ALREADY', 409, {
        detail: 'A reminder goes out once a day, while the answer is owed',
      });
    await this.tellAsked(ctx, 'contribution.reminded', asked.episodeId, id, asked.askedUserId);
    await this.audited(ctx, opened, asked.category, asked.askedUserId);
    return this.one(ctx, asked.assessmentId, id);
  }

  private checkAsked(ctx: AccessContext, { form, facts }: Opened, body: AskForContribution): void {
    const fields: Record<string, string[]> = {};
    if (!hasSection(form, body.section) || !isAskable(sectionOf(form, body.section)))
      fields['section'] = ['Choose a part that a colleague can add to'];
    if (body.dueOn < ctx.today) fields['dueOn'] = ['Choose today or a later day'];
    if (body.dueOn > addDays(ctx.today, LONGEST_WAIT_DAYS))
      fields['dueOn'] = [`Choose a day within ${LONGEST_WAIT_DAYS} days`];
    if (body.userId === ctx.userId) fields['userId'] = ['Choose somebody else'];
    if (body.subjectId !== undefined && !facts.subjects.some((each) => each.personId === body.subjectId))
      fields['subjectId'] = ['Choose a child of this record'];
    if (Object.keys(fields).length > 0) throw invalid(fields);
  }

  private async openForLead(
    ctx: AccessContext,
    id: string,
  ): Promise<{ asked: StoredContribution; opened: Opened }> {
    const asked = await contributionById(ctx, id);
    if (!asked) throw notFound();
    const facts = await this.access.facts(ctx, asked.episodeId);
    if (readable(this.access, ctx, facts, [asked]).length === 0) throw notFound();
    return { asked, opened: await this.demandLead(ctx, asked.assessmentId, asked.subjectId ?? undefined) };
  }

  /** @throws 404 to strangers, 403 to colleagues who neither wrote nor lead, 409 when the version is finished */
  private async demandLead(ctx: AccessContext, assessmentId: string, subjectId?: string): Promise<Opened> {
    const opened = await this.reader.open(ctx, assessmentId, subjectId);
    if (!(await this.starter.mayLead(ctx, opened.facts))) throw forbidden('ONLY_THE_LEAD');
    if (opened.stored.status !== 'DRAFT')
      throw new DomainError('ASSESSMENT_COMPLETED', 409, {
        detail: 'This version is finished and stays as it was. Begin the next version to change something',
      });
    return opened;
  }

  private async one(ctx: AccessContext, assessmentId: string, id: string): Promise<ContributionView> {
    const view = await this.viewOf(ctx, await this.reader.open(ctx, assessmentId));
    const found = view.items.find((each) => each.id === id);
    if (!found) throw notFound();
    return found;
  }

  private async viewOf(ctx: AccessContext, opened: Opened): Promise<ContributionsView> {
    const { facts, stored, children } = opened;
    const rows = readable(this.access, ctx, facts, await contributionsOf(ctx, stored.id));
    const words = readable(
      this.access,
      ctx,
      facts,
      await wordsOf(
        ctx,
        rows.map((row) => row.id),
      ),
    );
    const answers = new Map(words.map((each) => [each.contributionId, each.body]));
    const names = new Map(children.map((child) => [child.id, childName(child)]));
    return {
      items: rows.map((row) =>
        contributionView(ctx.today, {
          ...row,
          child: names.get(row.subjectId ?? '') ?? '',
          answers: answers.get(row.id) ?? null,
          already: [],
          mine: row.askedUserId === ctx.userId,
        }),
      ),
      mayAsk: stored.status === 'DRAFT' && (await this.starter.mayLead(ctx, facts)),
    };
  }

  private tellAsked(
    ctx: AccessContext,
    topic: string,
    episodeId: string,
    id: string,
    userId: string,
  ): Promise<void> {
    return tell(ctx.uow, { topic, episodeId, payload: { contributionId: id }, to: [userId] });
  }

  private audited(
    ctx: AccessContext,
    { stored, child }: Opened,
    category: string,
    userId: string,
    decision?: string,
  ): Promise<void> {
    return ctx.audit({
      episodeId: stored.episodeId,
      childIds: [child.id],
      categories: [category],
      basis: [`user:${userId}`, ...(decision === undefined ? [] : [`decision:${decision}`])],
    });
  }
}
