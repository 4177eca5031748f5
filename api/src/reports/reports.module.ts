import { Module } from '@nestjs/common';
import { AttendanceCellService } from './attendance-cell.service.js';
import { AttendanceReportService } from './attendance-report.service.js';
import { ReportsController } from './http/reports.controller.js';
import { ProgressService } from './progress.service.js';

/** Figures for managers, the CAF team and analysts; numbers over cases, never a case. */
@Module({
  controllers: [ReportsController],
  providers: [AttendanceReportService, AttendanceCellService, ProgressService],
})
export class ReportsModule {}
