import { Controller, Get, Inject, Injectable } from '@nestjs/common';
import { OpenApiView } from './openapi.view.js';
import { Public } from '#api/access/access.decorator.js';
import { notFound } from '#api/platform/errors/domain-error.js';
import { Returns } from '#api/platform/http/returns.decorator.js';

/** Holds the document once the program is built: it describes the finished program. */
@Injectable()
export class OpenApiHolder {
  document: OpenApiView | null = null;
}

@Controller('openapi.json')
export class OpenApiController {
  constructor(@Inject(OpenApiHolder) private readonly holder: OpenApiHolder) {}

  @Get()
  @Public('describes the program and holds no data')
  @Returns(OpenApiView)
  document(): OpenApiView {
    if (!this.holder.document) throw notFound();
    return this.holder.document;
  }
}
