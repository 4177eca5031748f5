import { useState } from 'react';
import type { EvidenceView, NeedView } from '@encircle/shared/claims';
import { EVIDENCE_MOMENTS, labelOf } from '@encircle/shared/codes';
import { formatDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { StrikeOutReference } from '@web/resources/recording/StrikeOutReference';
import { Button } from '@web/ui/Button';
import { DataTable, type Column } from '@web/ui/DataTable';
import { measureLabel, valueWords } from './evidence.model';

interface EvidenceTableProps {
  episodeId: string;
  need: NeedView;
  mayStrike: boolean;
}

/** What was measured of one need, latest first; what is struck out stays readable. */
export function EvidenceTable({ episodeId, need, mayStrike }: EvidenceTableProps) {
  const w = useWords();
  const [striking, setStriking] = useState<EvidenceView | null>(null);
  const strike: Column<EvidenceView> = {
    key: 'do',
    title: w('claims.evidence.strike'),
    plain: true,
    cell: (row) =>
      row.struckReason === null && (
        <Button
          size="small"
          kind="quiet"
          aria-label={w('claims.evidence.strikeOf', {
            what: `${measureLabel(row.measure)} ${valueWords(row.measure, row.value)}`,
          })}
          onClick={() => setStriking(row)}
        >
          {w('claims.evidence.strike')}
        </Button>
      ),
  };
  return (
    <>
      <DataTable<EvidenceView>
        label={w('claims.evidence.table', { need: need.label })}
        rows={need.evidence}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'moment',
            title: w('claims.evidence.moment'),
            head: true,
            cell: (row) => (
              <>
                {row.struckReason === null ? (
                  labelOf(EVIDENCE_MOMENTS, row.moment)
                ) : (
                  <s>{labelOf(EVIDENCE_MOMENTS, row.moment)}</s>
                )}
                <small>{formatDate(row.measuredOn)}</small>
              </>
            ),
          },
          {
            key: 'measured',
            title: w('claims.evidence.measured'),
            cell: (row) => (
              <>
                {row.struckReason === null ? (
                  valueWords(row.measure, row.value)
                ) : (
                  <s>{valueWords(row.measure, row.value)}</s>
                )}
                <small>{measureLabel(row.measure)}</small>
                {row.struckReason !== null && (
                  <small>{w('claims.evidence.struck', { reason: row.struckReason })}</small>
                )}
              </>
            ),
          },
          {
            key: 'source',
            title: w('claims.evidence.source'),
            cell: (row) => (
              <>
                {row.source}
                {row.about !== null && <small>{w('claims.evidence.aboutWhom', { name: row.about })}</small>}
                {row.outcomeLabel !== need.label && (
                  <small>{w('claims.evidence.under', { label: row.outcomeLabel })}</small>
                )}
              </>
            ),
          },
          { key: 'by', title: w('claims.evidence.by'), cell: (row) => row.by },
          ...(mayStrike ? [strike] : []),
        ]}
      />
      {striking !== null && (
        <StrikeOutReference
          path={`/outcome-evidence/${striking.id}`}
          version={striking.version}
          episodeId={episodeId}
          words="claims.strike"
          onDone={() => setStriking(null)}
        />
      )}
    </>
  );
}
