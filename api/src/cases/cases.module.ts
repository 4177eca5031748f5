import { Module } from '@nestjs/common';
import { CasesService } from './cases.service.js';
import { CasesController } from './http/cases.controller.js';

/** My cases, and one case opened. */
@Module({ controllers: [CasesController], providers: [CasesService] })
export class CasesModule {}
