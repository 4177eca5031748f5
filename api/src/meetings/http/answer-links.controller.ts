import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { AnswerByLink, AnswerLinkView, OpenLink } from '@encircle/shared/meetings';
import type { FastifyRequest } from 'fastify';
import { Public } from '#api/access/access.decorator.js';
import { AnswerLinksService } from '#api/meetings/answer-links.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';

/** The secret travels in the body, so that no address, log or page it came from ever holds it. */
@Controller('answer-links')
export class AnswerLinksController {
  constructor(private readonly links: AnswerLinksService) {}

  @Post('open')
  @HttpCode(200)
  @Public(
    'guests and families without an account are asked to meetings: the secret of their link is the gate',
  )
  @Returns(AnswerLinkView)
  open(@Body() { token }: OpenLink, @Req() request: FastifyRequest): Promise<AnswerLinkView> {
    return this.links.open(token, request.ip, request.id);
  }

  @Post('answer')
  @HttpCode(200)
  @Public('the same: answered, and answered again, by whoever holds the link')
  @Returns(AnswerLinkView)
  answer(@Body() body: AnswerByLink, @Req() request: FastifyRequest): Promise<AnswerLinkView> {
    return this.links.answer(body, request.ip, request.id);
  }
}
