import { Body, Controller, Headers, Param, Post } from '@nestjs/common';
import {
  AnswerOffer,
  EnquiryView,
  OfferEnquiry,
  OfferView,
  StartFromEnquiry,
  TriageEnquiry,
} from '@encircle/shared/enquiries';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { TakingUpService } from '#api/enquiries/taking-up.service.js';
import { TriageService } from '#api/enquiries/triage.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller()
export class TriageController {
  constructor(
    private readonly triage: TriageService,
    private readonly takingUp: TakingUpService,
  ) {}

  @Post('enquiries/:id/decision')
  @Access({ permission: 'enquiry.decided', ceiling: ['approve', 'enquiry'], audited: true, creates: true })
  @Returns(EnquiryView, { status: 201 })
  decide(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: TriageEnquiry,
  ): Promise<EnquiryView> {
    return this.triage.decide(ctx, id, body);
  }

  @Post('enquiries/:id/offers')
  @Access({ permission: 'enquiry.offered', ceiling: ['approve', 'enquiry'], audited: true, creates: true })
  @Returns(EnquiryView, { status: 201 })
  offer(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: OfferEnquiry,
  ): Promise<EnquiryView> {
    return this.triage.offer(ctx, id, body);
  }

  @Post('enquiry-offers/:id/answer')
  @Access({ permission: 'enquiry.answered', ceiling: ['update', 'enquiry'], audited: true, creates: true })
  @Returns(OfferView, { status: 201 })
  answer(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: AnswerOffer,
  ): Promise<OfferView> {
    return this.takingUp.answer(ctx, id, body);
  }

  @Post('enquiries/:id/start')
  @Access({ permission: 'enquiry.started', ceiling: ['create', 'child'], audited: true, creates: true })
  @Returns(EnquiryView, { status: 201 })
  start(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: StartFromEnquiry,
    @Headers('x-encircle-purpose') purpose: string | undefined,
  ): Promise<EnquiryView> {
    return this.takingUp.start(ctx, id, body, purpose);
  }
}
