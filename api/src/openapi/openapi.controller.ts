import { Controller, Get, Inject, Injectable } from '@nestjs/common';
import { OpenApiView } from './openapi.view.js';
import { Public } from '#api/access/access.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';

/** Describes the finished program when it is first asked to, and remembers it: making it takes as long as half a start. */
@Injectable()
export class OpenApiHolder {
  private made: OpenApiView | null = null;
  private make: (() => OpenApiView) | null = null;

  /** @param make called once, after the program was built */
  describes(make: () => OpenApiView): void {
    this.make = make;
  }

  document(): OpenApiView {
    if (!this.make) throw new Error('the program is asked to describe itself before it is built');
    this.made ??= this.make();
    return this.made;
  }
}

@Controller('openapi.json')
export class OpenApiController {
  constructor(@Inject(OpenApiHolder) private readonly holder: OpenApiHolder) {}

  @Get()
  @Public('describes the program and holds no data')
  @Returns(OpenApiView)
  document(): OpenApiView {
    return this.holder.document();
  }
}
