import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ClaimsQuery,
  ClaimsView,
  OutcomeEvidenceView,
  RecordEvidence,
  StrikeEvidence,
} from '@encircle/shared/claims';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { ClaimsService } from '#api/claims/claims.service.js';
import { EvidenceService } from '#api/claims/evidence.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller()
export class ClaimsController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly claims: ClaimsService,
  ) {}

  @Get('episodes/:id/outcome-evidence')
  @Access({ permission: 'outcome-evidence.viewed', ceiling: ['read', 'plan'], audited: true })
  @Returns(OutcomeEvidenceView)
  view(@Ctx() ctx: AccessContext, @Param('id', UuidParam) id: string): Promise<OutcomeEvidenceView> {
    return this.evidence.view(ctx, id);
  }

  @Post('episodes/:id/outcome-evidence')
  @Access({
    permission: 'outcome-evidence.recorded',
    ceiling: ['update', 'plan'],
    audited: true,
    creates: true,
  })
  @Returns(OutcomeEvidenceView, { status: 201 })
  record(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: RecordEvidence,
  ): Promise<OutcomeEvidenceView> {
    return this.evidence.record(ctx, id, body);
  }

  @Patch('outcome-evidence/:evidenceId')
  @Access({ permission: 'outcome-evidence.struck-out', ceiling: ['update', 'plan'], audited: true })
  @Returns(OutcomeEvidenceView)
  strike(
    @Ctx() ctx: AccessContext,
    @Param('evidenceId', UuidParam) id: string,
    @Body() body: StrikeEvidence,
  ): Promise<OutcomeEvidenceView> {
    return this.evidence.strike(ctx, id, body);
  }

  @Get('claims')
  @Access({ permission: 'claims.listed', ceiling: ['read', 'claims'], audited: true })
  @Returns(ClaimsView)
  list(@Ctx() ctx: AccessContext, @Query() query: ClaimsQuery): Promise<ClaimsView> {
    return this.claims.list(ctx, query);
  }
}
