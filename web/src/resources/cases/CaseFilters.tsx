import { styled } from '@mui/material/styles';
import { EPISODE_STATES, labelOf, OPEN_STATES } from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { Chip, ChipRow } from '@web/ui/Chip';
import { ChipSelect } from '@web/ui/ChipSelect';
import { PARTS, type Filters } from './caseload.model';
import type { Reader } from './reader';

const CLOSED_STATES = ['CLOSED', 'REJECTED'] as const;

const Row = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '12px 24px',
  alignItems: 'center',
});

export interface CaseFiltersProps {
  filters: Filters;
  reader: Reader;
  onChoose: (next: Filters) => void;
}

/** Open or closed, my part, the stage; each choice is in the address. */
export function CaseFilters({ filters, reader, onChoose }: CaseFiltersProps) {
  const w = useWords();
  const states = filters.open ? OPEN_STATES : CLOSED_STATES;
  const choose = (next: Partial<Filters>) => onChoose({ ...filters, ...next });
  return (
    <Row>
      <ChipRow label={w('cases.list.show')}>
        <Chip on={filters.open} onClick={() => choose({ open: true, state: null })}>
          {w('cases.list.open')}
        </Chip>
        <Chip on={!filters.open} onClick={() => choose({ open: false, state: null })}>
          {w('cases.list.closed')}
        </Chip>
      </ChipRow>
      {reader === 'worker' && (
        <ChipRow label={w('cases.list.part')}>
          {PARTS.map((part) => (
            <Chip
              key={part}
              on={filters.part === part}
              onClick={() => choose({ part: filters.part === part ? null : part })}
            >
              {w(`cases.list.parts.${part}`)}
            </Chip>
          ))}
        </ChipRow>
      )}
      <ChipSelect
        label={w('cases.list.stage')}
        options={[
          { value: '', label: w('cases.list.stageAny') },
          ...states.map((value) => ({ value, label: labelOf(EPISODE_STATES, value) })),
        ]}
        value={filters.state ?? ''}
        onChange={(state) => choose({ state: state || null })}
      />
    </Row>
  );
}
