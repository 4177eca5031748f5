import { styled } from '@mui/material/styles';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { ChronologyPage } from '@encircle/shared/recording';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Chip, ChipRow } from '@web/ui/Chip';
import { EmptyState } from '@web/ui/EmptyState';
import { Mark } from '@web/ui/Mark';
import { PageTitle } from '@web/ui/PageTitle';
import { Stack } from '@web/ui/layout';
import { ChronologyItems } from './ChronologyItems';
import { MorePages, useMorePages } from '@web/layout/MorePages';

export { ChronologyItems };

const KINDS = ['NOTE', 'MEETING', 'ACTION', 'MOVE'] as const;
type Kind = (typeof KINDS)[number];

const Legend = styled('p')({ display: 'flex', gap: 6, alignItems: 'center' });

export interface ChronologyTabProps {
  episodeId: string;
  family: boolean;
  tab: string;
}

/** Everything that happened, made from the work; nobody writes it twice. */
export function ChronologyTab({ episodeId, family, tab }: ChronologyTabProps) {
  const w = useWords();
  const [kind, setKind] = useState<Kind | null>(null);
  const [significant, setSignificant] = useState(false);
  return (
    <>
      <PageTitle
        title={w(family ? 'recording.chronology.titleFamily' : 'recording.chronology.title')}
        note={w(family ? 'recording.chronology.noteFamily' : 'recording.chronology.note')}
        tab={tab}
        section
        actions={
          <span className="no-print">
            <Button kind="neutral" icon={Printer} onClick={() => window.print()}>
              {w('recording.chronology.print')}
            </Button>
          </span>
        }
      />
      <Stack>
        <div className="no-print">
          <ChipRow label={w('recording.chronology.kinds')}>
            <Chip on={kind === null} onClick={() => setKind(null)}>
              {w('recording.chronology.everything')}
            </Chip>
            {KINDS.map((one) => (
              <Chip key={one} on={kind === one} onClick={() => setKind(kind === one ? null : one)}>
                {w(`recording.chronology.kind.${one}`)}
              </Chip>
            ))}
            <Chip on={significant} onClick={() => setSignificant(!significant)}>
              {w('recording.chronology.significantOnly')}
            </Chip>
          </ChipRow>
        </div>
        <Entries
          key={`${kind} ${significant}`}
          episodeId={episodeId}
          kind={kind}
          significant={significant}
          family={family}
          onAll={() => {
            setKind(null);
            setSignificant(false);
          }}
        />
      </Stack>
    </>
  );
}

interface EntriesProps {
  episodeId: string;
  kind: Kind | null;
  significant: boolean;
  family: boolean;
  onAll: () => void;
}

function Entries({ episodeId, kind, significant, family, onAll }: EntriesProps) {
  const w = useWords();
  const filtered = kind !== null || significant;
  const pages = useMorePages<ChronologyPage>(`/episodes/${episodeId}/chronology`, {
    kind,
    significant: significant || null,
  });
  return (
    <MorePages pages={pages} more={w('recording.chronology.more')}>
      {(items) =>
        items.length === 0 ? (
          <EmptyState
            title={w('recording.chronology.none')}
            action={filtered && <Button onClick={onAll}>{w('recording.chronology.all')}</Button>}
          >
            {w(filtered ? 'recording.chronology.noneFiltered' : 'recording.chronology.noneBody')}
          </EmptyState>
        ) : (
          <Card
            title={w('recording.chronology.label')}
            note={
              <Legend as="span">
                <Mark name="diamond" tone="teal" size={14} />
                {w('recording.chronology.legend')}
              </Legend>
            }
            foot={<span role="status">{w('recording.chronology.shown', { smart_count: items.length })}</span>}
          >
            <ChronologyItems label={w('recording.chronology.label')} items={items} family={family} withYear />
          </Card>
        )
      }
    </MorePages>
  );
}
