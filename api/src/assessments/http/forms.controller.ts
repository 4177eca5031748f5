import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { AddQuestion, ChangeFormDraft, FormVersionsView, FormView } from '@encircle/shared/assessments';
import { Type } from 'class-transformer';
import { IsInt } from 'class-validator';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { FormVersionsService } from '#api/assessments/form-versions.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';

export class DraftSeen {
  @IsInt({ message: 'Send the version of the draft you saw' })
  @Type(() => Number)
  rowVersion!: number;
}

/** Forms as data, with no child in them. */
@Controller('forms')
export class FormsController {
  constructor(private readonly versions: FormVersionsService) {}

  @Get(':code')
  @Access({ permission: 'form-versions.listed', ceiling: ['update', 'wording'], audited: false })
  @Returns(FormVersionsView)
  list(@Ctx() ctx: AccessContext, @Param('code') code: string): Promise<FormVersionsView> {
    return this.versions.versions(ctx, code);
  }

  @Get(':code/:version')
  @Access({ permission: 'form.viewed', ceiling: ['read', 'session'], audited: false })
  @Returns(FormView)
  form(
    @Ctx() ctx: AccessContext,
    @Param('code') code: string,
    @Param('version') version: string,
  ): Promise<FormView> {
    return this.versions.named(ctx, code, version);
  }

  @Post(':code/questions')
  // No child's data and so no purpose, which an administrator could not give; the service writes the row all the same.
  @Access({
    permission: 'form-question.added',
    ceiling: ['create', 'wording'],
    audited: false,
    creates: true,
  })
  @Returns(FormVersionsView, { status: 201 })
  add(
    @Ctx() ctx: AccessContext,
    @Param('code') code: string,
    @Body() body: AddQuestion,
  ): Promise<FormVersionsView> {
    return this.versions.add(ctx, code, body);
  }

  @Delete(':code/questions/:key')
  @Access({ permission: 'form-question.dropped', ceiling: ['update', 'wording'], audited: false })
  @Returns(FormVersionsView)
  drop(
    @Ctx() ctx: AccessContext,
    @Param('code') code: string,
    @Param('key') key: string,
    @Query() { rowVersion }: DraftSeen,
  ): Promise<FormVersionsView> {
    return this.versions.drop(ctx, code, key, rowVersion);
  }

  @Post(':code/publication')
  @Access({ permission: 'form.published', ceiling: ['create', 'wording'], audited: false, creates: true })
  @Returns(FormVersionsView, { status: 201 })
  publish(
    @Ctx() ctx: AccessContext,
    @Param('code') code: string,
    @Body() body: ChangeFormDraft,
  ): Promise<FormVersionsView> {
    return this.versions.publish(ctx, code, body);
  }
}
