import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { OpenLink, ReportLinkView, SendReport } from '@encircle/shared/meetings';
import type { FastifyRequest } from 'fastify';
import { Public } from '#api/access/access.decorator.js';
import { ReportLinksService } from '#api/meetings/report-links.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';

/** The secret travels in the body, so that no address, log or page it came from ever holds it. */
@Controller('report-links')
export class ReportLinksController {
  constructor(private readonly links: ReportLinksService) {}

  @Post('open')
  @HttpCode(200)
  @Public('a report in lieu is asked of people without an account: the secret of their link is the gate')
  @Returns(ReportLinkView)
  open(@Body() { token }: OpenLink, @Req() request: FastifyRequest): Promise<ReportLinkView> {
    return this.links.open(token, request.ip, request.id);
  }

  @Post('report')
  @HttpCode(204)
  @Public('the same: sent once, by whoever holds the link')
  @Returns(null, { status: 204 })
  async send(@Body() body: SendReport, @Req() request: FastifyRequest): Promise<void> {
    await this.links.send(body, request.ip, request.id);
  }
}
