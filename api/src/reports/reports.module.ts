import { Module } from '@nestjs/common';
import { AbsencesService } from './absences.service.js';
import { AttendanceCellService } from './attendance-cell.service.js';
import { AttendanceReportService } from './attendance-report.service.js';
import { ReportsController } from './http/reports.controller.js';
import { ProgressService } from './progress.service.js';
import { StatutoryService } from './statutory.service.js';
import { TimescalesModule } from '#api/timescales/timescales.module.js';

/** Figures for managers, the CAF team and analysts; numbers over cases, never a case. */
@Module({
  imports: [TimescalesModule],
  controllers: [ReportsController],
  providers: [
    AttendanceReportService,
    AttendanceCellService,
    ProgressService,
    StatutoryService,
    AbsencesService,
  ],
})
export class ReportsModule {}
