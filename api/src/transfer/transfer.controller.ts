import { Body, Controller, Param, Post } from '@nestjs/common';
import { MakePackage, PackageView } from '@encircle/shared/episodes';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { TransferService } from './transfer.service.js';

@Controller('episodes')
export class TransferController {
  constructor(private readonly transfer: TransferService) {}

  @Post(':id/transfer-package')
  @Access({ permission: 'transfer.package-made', ceiling: ['update', 'case'], audited: true, creates: true })
  @Returns(PackageView, { status: 201 })
  make(
    @Ctx() ctx: AccessContext,
    @Param('id', UuidParam) id: string,
    @Body() body: MakePackage,
  ): Promise<PackageView> {
    return this.transfer.make(ctx, id, body);
  }
}
