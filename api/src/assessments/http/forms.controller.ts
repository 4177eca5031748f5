import { Controller, Get, Param } from '@nestjs/common';
import { FormView } from '@encircle/shared/assessments';
import { findForm } from '@encircle/shared/forms';
import { Access } from '#api/access/access.decorator.js';
import { notFound } from '#api/platform/errors/domain-error.js';
import { Returns } from '#api/platform/http/returns.decorator.js';

/** Forms as data, with no child in them. */
@Controller('forms')
export class FormsController {
  @Get(':code/:version')
  @Access({ permission: 'form.viewed', ceiling: ['read', 'session'], audited: false })
  @Returns(FormView)
  form(@Param('code') code: string, @Param('version') version: string): FormView {
    const found = findForm(code, version);
    if (!found) throw notFound();
    return { ...found, groups: [...found.groups], sections: [...found.sections] };
  }
}
