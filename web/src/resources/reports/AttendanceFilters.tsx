import { styled } from '@mui/material/styles';
import { useWords } from '@web/i18n/useWords';
import { Chip, ChipRow } from '@web/ui/Chip';
import { ChipSelect } from '@web/ui/ChipSelect';
import { MONTHS, type Choice } from './attendance.model';

const Bar = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '12px 24px',
  justifyContent: 'space-between',
  alignItems: 'center',
  '& .selects': { display: 'flex', flexWrap: 'wrap', gap: 8 },
});

interface AttendanceFiltersProps {
  choice: Choice;
  /** Areas to choose from; none where figures are guarded. */
  areas: readonly string[];
  guarded: boolean;
  onChoose: (choice: Choice) => void;
}

/** What counts, which rows, where and how long; all of it stands in the address. */
export function AttendanceFilters({ choice, areas, guarded, onChoose }: AttendanceFiltersProps) {
  const w = useWords();
  const other = (change: Partial<Choice>) => onChoose({ ...choice, cell: null, list: false, ...change });
  return (
    <Bar className="no-print">
      <ChipRow label={w('reports.attendance.view')}>
        <Chip on={choice.view === 'contributed'} onClick={() => onChoose({ ...choice, view: 'contributed' })}>
          {w('reports.attendance.viewContributed')}
        </Chip>
        <Chip on={choice.view === 'attended'} onClick={() => onChoose({ ...choice, view: 'attended' })}>
          {w('reports.attendance.viewAttended')}
        </Chip>
      </ChipRow>
      <div className="selects">
        {!guarded && (
          <ChipSelect
            label={w('reports.area')}
            value={choice.area}
            onChange={(area) => other({ area })}
            options={[
              { value: '', label: w('reports.allAreas') },
              ...areas.map((area) => ({ value: area, label: area })),
            ]}
          />
        )}
        <ChipSelect
          label={w('reports.attendance.by')}
          value={choice.by}
          onChange={(by) => other({ by: by === 'role' ? 'role' : 'agency' })}
          options={[
            { value: 'agency', label: w('reports.attendance.byAgency') },
            { value: 'role', label: w('reports.attendance.byRole') },
          ]}
        />
        {!guarded && (
          <ChipSelect
            label={w('reports.attendance.months')}
            value={choice.months}
            onChange={(months) => other({ months })}
            options={MONTHS.map((months) => ({
              value: months,
              label: w('reports.attendance.lastMonths', { smart_count: Number(months) }),
            }))}
          />
        )}
      </div>
    </Bar>
  );
}
