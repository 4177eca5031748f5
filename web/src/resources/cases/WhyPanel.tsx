import { useState } from 'react';
import { CircleHelp } from 'lucide-react';
import type { WhyKind, WhyPlace, WhyView } from '@encircle/shared/cases';
import { formatDate, londonDate } from '@encircle/shared/dates';
import { useTranslate } from 'react-admin';
import { useWords, type Words } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';
import { Stack } from '@web/ui/layout';
import { SkeletonRows } from '@web/ui/Skeleton';
import { firstName } from './case-words';

export interface WhyPanelProps {
  episodeId: string;
  /** The child's chosen name, for the names of kinds. */
  chosen: string;
}

/** A small question that opens into the answer; it is asked only when somebody wants to know. */
export function WhyPanel({ episodeId, chosen }: WhyPanelProps) {
  const w = useWords();
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <div className="no-print">
        <Button kind="quiet" size="small" icon={CircleHelp} onClick={() => setOpen(true)}>
          {w('access.why.open')}
        </Button>
      </div>
    );
  return (
    <div className="no-print" style={{ marginTop: 16, marginBottom: 16 }}>
      <Card title={w('access.why.title')} note={w('access.why.kept')}>
        <Answer episodeId={episodeId} chosen={chosen} />
      </Card>
    </div>
  );
}

function Answer({ episodeId, chosen }: WhyPanelProps) {
  const w = useWords();
  const query = useGet<WhyView>(`/episodes/${episodeId}/why`);
  return (
    <Loaded query={query} skeleton={<SkeletonRows rows={4} />}>
      {({ places, kinds, validUntil }) => (
        <Stack style={{ gap: 12 }}>
          {places.length > 0 && (
            <ul>
              {places.map((place) => (
                <li key={`${place.kind} ${place.since}`}>{placeWords(w, place)}</li>
              ))}
            </ul>
          )}
          <DataTable<WhyKind>
            label={w('access.why.title')}
            rows={kinds}
            rowKey={({ key }) => key}
            columns={[
              {
                key: 'kind',
                title: w('access.why.kind'),
                head: true,
                cell: ({ key }) => w(`cases.sharing.column.${key as 'who'}`, { name: chosen }),
              },
              { key: 'answer', title: w('access.why.answer'), cell: (kind) => <Effect kind={kind} /> },
              { key: 'why', title: w('access.why.because'), cell: (kind) => <Because kind={kind} /> },
            ]}
          />
          {validUntil && <p>{w('access.why.until', { date: formatDate(londonDate(validUntil)) })}</p>}
        </Stack>
      )}
    </Loaded>
  );
}

const PLACES = [
  'LP',
  'AUTHOR',
  'TACM',
  'CAFC_TASK',
  'AUDIT',
  'IGO_TASK',
  'PANEL_AGENDA',
  'MASH_CONCERN',
  'EXTM_LINK',
  'MANAGER',
] as const;

function placeWords(w: Words, { kind, since }: WhyPlace): string {
  const known = PLACES.find((place) => place === kind);
  return known ? w(`access.why.part.${known}`, { date: formatDate(since) }) : '';
}

function Effect({ kind: { effect, what } }: { kind: WhyKind }) {
  const w = useWords();
  const translate = useTranslate();
  return (
    <>
      {w(`access.effect.${effect}`)}
      {what && <small>{translate(`access.limit.${what}`, { _: '' })}</small>}
    </>
  );
}

function Because({ kind: { reasons, agreements } }: { kind: WhyKind }) {
  const w = useWords();
  const translate = useTranslate();
  return (
    <>
      {translate(`access.reason.${reasons[0] ?? ''}`, { _: '' })}
      {agreements.map(({ giver, on, until, person }) => {
        const values = {
          who: giver ? firstName(giver) : w('access.why.someone'),
          date: formatDate(on),
          whom: w(person ? 'access.why.you' : 'access.why.service'),
          until: until ? formatDate(until) : '',
        };
        return (
          <small key={`${giver} ${on} ${until}`}>
            {w(until ? 'access.why.agreed' : 'access.why.agreedOpen', values)}
          </small>
        );
      })}
    </>
  );
}
