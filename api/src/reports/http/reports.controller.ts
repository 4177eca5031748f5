import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { PageQuery } from '@encircle/shared/paging';
import {
  AbsenceAlertPage,
  AttendanceCell,
  AttendanceCellQuery,
  AttendanceReport,
  AttendanceReportQuery,
  LateReportPage,
  LeadCaseloadPage,
  ProgressQuery,
  ProgressReport,
  StatutoryReport,
  RecordCommitment,
} from '@encircle/shared/reports';
import { Access } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import { Ctx } from '#api/access/ctx.decorator.js';
import { UuidParam } from '#api/platform/http/uuid.param.js';
import { Returns } from '#api/platform/http/returns.decorator.js';
import { AbsencesService } from '#api/reports/absences.service.js';
import { AttendanceCellService } from '#api/reports/attendance-cell.service.js';
import { AttendanceReportService } from '#api/reports/attendance-report.service.js';
import { StatutoryService } from '#api/reports/statutory.service.js';
import { ProgressService } from '#api/reports/progress.service.js';

@Controller('reports')
export class ReportsController {
  constructor(
    private readonly attendance: AttendanceReportService,
    private readonly cells: AttendanceCellService,
    private readonly progress: ProgressService,
    private readonly statutory: StatutoryService,
    private readonly absences: AbsencesService,
  ) {}

  @Get('attendance')
  @Access({ permission: 'attendance-report.viewed', ceiling: ['read', 'attendance-report'], audited: true })
  @Returns(AttendanceReport)
  takingPart(@Ctx() ctx: AccessContext, @Query() query: AttendanceReportQuery): Promise<AttendanceReport> {
    return this.attendance.view(ctx, query);
  }

  @Get('attendance/cell')
  @Access({ permission: 'attendance-cell.viewed', ceiling: ['read', 'attendance-report'], audited: true })
  @Returns(AttendanceCell)
  cell(@Ctx() ctx: AccessContext, @Query() query: AttendanceCellQuery): Promise<AttendanceCell> {
    return this.cells.cell(ctx, query);
  }

  @Get('late-reports')
  @Access({ permission: 'late-reports.viewed', ceiling: ['read', 'attendance-report'], audited: true })
  @Returns(LateReportPage)
  late(@Ctx() ctx: AccessContext, @Query() query: PageQuery): Promise<LateReportPage> {
    return this.cells.late(ctx, query);
  }

  @Get('absences')
  @Access({ permission: 'absences.viewed', ceiling: ['read', 'attendance-report'], audited: true })
  @Returns(AbsenceAlertPage)
  stayedAway(@Ctx() ctx: AccessContext, @Query() query: PageQuery): Promise<AbsenceAlertPage> {
    return this.absences.list(ctx, query);
  }

  @Put('absences/:absenceId/promise')
  @HttpCode(204)
  @Access({ permission: 'absence.promise-recorded', ceiling: ['update', 'meeting'], audited: true })
  @Returns(null, { status: 204 })
  promise(
    @Ctx() ctx: AccessContext,
    @Param('absenceId', UuidParam) id: string,
    @Body() body: RecordCommitment,
  ): Promise<void> {
    return this.absences.promise(ctx, id, body);
  }

  @Get('progress')
  @Access({ permission: 'progress-report.viewed', ceiling: ['read', 'dashboard'], audited: true })
  @Returns(ProgressReport)
  whereItHasGot(@Ctx() ctx: AccessContext, @Query() query: ProgressQuery): Promise<ProgressReport> {
    return this.progress.view(ctx, query);
  }

  @Get('statutory')
  @Access({ permission: 'statutory-report.viewed', ceiling: ['read', 'dashboard'], audited: true })
  @Returns(StatutoryReport)
  upAndDown(@Ctx() ctx: AccessContext, @Query() query: ProgressQuery): Promise<StatutoryReport> {
    return this.statutory.view(ctx, query);
  }

  @Get('caseloads')
  @Access({ permission: 'caseloads.viewed', ceiling: ['read', 'dashboard'], audited: true })
  @Returns(LeadCaseloadPage)
  caseloads(@Ctx() ctx: AccessContext, @Query() query: PageQuery): Promise<LeadCaseloadPage> {
    return this.progress.caseloads(ctx, query);
  }
}
