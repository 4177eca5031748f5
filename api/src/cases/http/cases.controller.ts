import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { CaseloadPage, CaseloadQuery, CaseView } from '@encircle/shared/cases';
import { Access } from '#api/access/access.decorator.js';
import { Entering, type StatementEntry } from '#api/access/ctx.decorator.js';
import { CASE_OPENED, CASELOAD_VIEWED, CasesService } from '#api/cases/cases.service.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';

@Controller()
export class CasesController {
  constructor(private readonly cases: CasesService) {}

  /** The page comes from the database as JSON and goes out as it is. */
  @Get('my/cases')
  @Header('content-type', 'application/json; charset=utf-8')
  @Access(CASELOAD_VIEWED)
  @Returns(CaseloadPage)
  mine(@Entering() entry: StatementEntry, @Query() query: CaseloadQuery): Promise<string> {
    return this.cases.caseload(entry, query);
  }

  @Get('episodes/:episodeId')
  @Access(CASE_OPENED)
  @Returns(CaseView)
  open(
    @Entering() entry: StatementEntry,
    @Param('episodeId', UuidParam) episodeId: string,
  ): Promise<CaseView> {
    return this.cases.open(entry, episodeId);
  }
}
