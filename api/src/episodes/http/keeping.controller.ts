import { Controller, Get, Query } from '@nestjs/common';
import { CertificatesView, KeptQuery, KeptRecordsView } from '@encircle/shared/episodes';
import { PageQuery } from '@encircle/shared/paging';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { KeepingService } from '#api/episodes/keeping/keeping.service.js';

@Controller('record-keeping')
export class KeepingController {
  constructor(private readonly keeping: KeepingService) {}

  @Get()
  @Access({ permission: 'keeping.records-listed', ceiling: ['read', 'keeping'], audited: true })
  @Returns(KeptRecordsView)
  records(@Ctx() ctx: AccessContext, @Query() query: KeptQuery): Promise<KeptRecordsView> {
    return this.keeping.records(ctx, query);
  }

  @Get('certificates')
  @Access({ permission: 'keeping.certificates-listed', ceiling: ['read', 'keeping'], audited: true })
  @Returns(CertificatesView)
  certificates(@Ctx() ctx: AccessContext, @Query() query: PageQuery): Promise<CertificatesView> {
    return this.keeping.certificates(ctx, query);
  }
}
