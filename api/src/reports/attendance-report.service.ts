import { Injectable } from '@nestjs/common';
import type { AttendanceReport, AttendanceReportQuery, ReportGrouping } from '@encircle/shared/reports';
import type { AccessContext } from '#api/access/access-context.js';
import { invalid } from '#api/platform/errors/domain-error.js';
import { figureOf, rowOf, tableOf, totalOf, type Table } from './domain/attendance-table.js';
import { startsYear, windowOf, yearWindow, type Window } from './domain/report-window.js';
import { roleLabel } from './domain/role-label.js';
import { suppressed } from './domain/suppressed-table.js';
import { attendanceCounts, localities } from './persistence/attendance.repository.js';

/** Who takes part in team meetings (M10): invitations of held meetings, by group and month. */
@Injectable()
export class AttendanceReportService {
  async view(ctx: AccessContext, query: AttendanceReportQuery): Promise<AttendanceReport> {
    const leaves = ctx.who.role === 'ANLY';
    if (leaves) refuseDifferences(query);
    const window = leaves ? yearWindow(ctx.today, query.from) : windowOf(query, ctx.today);
    const by = query.by ?? 'agency';
    const locality = query.locality ?? null;
    const areas = await localities(ctx.uow);
    if (locality !== null && !areas.includes(locality))
      throw invalid({ locality: ['Choose an area from the list'] });
    const rows = await attendanceCounts(ctx.uow, { ...window, by, locality });
    // One service is often one role: two tables by month would tell each other's hidden cells.
    const months = leaves && by === 'role' ? [] : window.months.map((month) => month.key);
    const table = tableOf(rows, months, labelOf(by));
    await ctx.audit({ channel: 'count', count: table.groups.length });
    return {
      ...headOf(window, months),
      view: query.view ?? 'contributed',
      by,
      locality,
      scope: ctx.who.role === 'AMGR' ? 'AGENCY' : 'ALL',
      suppressed: leaves,
      localities: leaves ? [] : areas,
      ...(leaves ? suppressed(table) : open(table, ctx.who.role === 'AMGR')),
    };
  }
}

const labelOf = (by: ReportGrouping) => (name: string) => (by === 'role' ? roleLabel(name) : name);

const headOf = ({ from, to }: Window, months: string[]) => ({ from, to, months });

function open(
  table: Table,
  ownAgency: boolean,
): Pick<AttendanceReport, 'rows' | 'foot' | 'total' | 'family'> {
  return {
    rows: table.groups.map(rowOf),
    foot: table.foot.map(figureOf),
    total: totalOf(table.total, table.notRecorded),
    family: ownAgency ? null : figureOf(table.family),
  };
}

/** Two reports that differ by a month or an area would tell a small number by their difference. */
function refuseDifferences(query: AttendanceReportQuery): void {
  const fields: Record<string, string[]> = {};
  if (query.locality !== undefined)
    fields['locality'] = ['Figures with small numbers hidden are for the whole area only'];
  if (query.from !== undefined && !startsYear(query.from))
    fields['from'] = ['Choose the April in which a financial year begins'];
  if (query.months !== undefined && query.months !== 12)
    fields['months'] = ['Figures with small numbers hidden are for a whole financial year'];
  if (Object.keys(fields).length > 0) throw invalid(fields);
}
