import { styled } from '@mui/material/styles';
import { formatDate, formatLong } from '@encircle/shared/dates';
import type { MovesView, PauseView } from '@encircle/shared/episodes';
import { useWords } from '@web/i18n/useWords';
import { useGet } from '@web/providers/useGet';
import { Card, CardLines } from '@web/ui/Card';
import { Facts } from '@web/ui/Facts';
import { Stack } from '@web/ui/layout';
import { howFar } from './pause.model';

export interface PauseCardsProps {
  caseId: string;
  /** Chosen names of the children the reader knows. */
  names?: ReadonlyMap<string, string>;
  /** What is over, too. */
  past?: boolean;
}

/** Why the work stands still: since when, who leads, what goes on, and how it ends. */
export function PauseCards({ caseId, names = new Map(), past = false }: PauseCardsProps) {
  const query = useGet<MovesView>(`/episodes/${caseId}/moves`);
  const pauses = query.data?.pauses ?? [];
  const now = pauses.filter(({ until }) => until === null);
  const over = past ? pauses.filter(({ until }) => until !== null) : [];
  // Of the only child there is nothing to tell apart.
  const name = ({ childId }: PauseView) =>
    childId === null || names.size < 2 ? null : (names.get(childId) ?? null);
  return (
    <>
      {now.map((pause) => (
        <Paused key={`${pause.childId} ${pause.since}`} pause={pause} name={name(pause)} />
      ))}
      {over.length > 0 && <Past pauses={over} />}
    </>
  );
}

const Bar = styled('div')({
  position: 'relative',
  height: 12,
  borderRadius: 6,
  background: 'var(--line)',
  overflow: 'hidden',
  '& > i': { position: 'absolute', inset: '0 auto 0 0', background: 'var(--amber-mark)' },
  '@media (forced-colors: active)': { border: '1px solid', '& > i': { background: 'Highlight' } },
});
const Parts = styled('dl')({
  margin: 0,
  '& dt': { fontWeight: 700 },
  '& dd': { margin: '0 0 8px' },
});
const Ends = styled('div')({
  display: 'flex',
  justifyContent: 'space-between',
  gap: 16,
  marginTop: 4,
  fontSize: '0.875rem',
  color: 'var(--ink-soft)',
});

function Paused({ pause, name }: { pause: PauseView; name: string | null }) {
  const w = useWords();
  const late = pause.when === 'LATE';
  const { days, reviewBy } = pause;
  const far = howFar(pause);
  const title = name === null ? w('moves.pause.title') : w('moves.pause.titleOf', { name });
  return (
    <Card title={title}>
      <Stack style={{ gap: 16 }}>
        <p>
          {w(late ? 'moves.pause.lineLate' : 'moves.pause.line', {
            smart_count: days,
            date: formatLong(reviewBy),
          })}
        </p>
        <div>
          <Bar role="img" aria-label={w('moves.pause.picture', { days, of: far.of })}>
            <i style={{ width: `${far.percent}%` }} />
          </Bar>
          <Ends aria-hidden>
            <span>{formatDate(pause.since)}</span>
            <span>
              {w('moves.pause.review')}: {formatDate(reviewBy)}
            </span>
          </Ends>
        </div>
        <Facts
          facts={[
            {
              label: w('moves.pause.since'),
              value: formatLong(pause.since),
              notes: [w('moves.pause.sinceBy', { name: pause.by })],
            },
            ...(pause.socialWorker === null
              ? []
              : [{ label: w('moves.pause.socialWorker'), value: pause.socialWorker }]),
          ]}
        />
        <Parts>
          <dt>{w('moves.pause.still')}</dt>
          <dd>{w('moves.pause.stillWords')}</dd>
          <dt>{w('moves.pause.goesOn')}</dt>
          <dd>{w('moves.pause.goesOnWords')}</dd>
          <dt>{w('moves.pause.ends')}</dt>
          <dd>{w('moves.pause.endsWords', { smart_count: pause.meetWithin })}</dd>
        </Parts>
      </Stack>
    </Card>
  );
}

function Past({ pauses }: { pauses: readonly PauseView[] }) {
  const w = useWords();
  return (
    <Card title={w('moves.pause.past')} count={pauses.length} flush>
      <CardLines>
        {pauses.map((pause) => (
          <li key={`${pause.childId} ${pause.since}`}>
            <strong>
              {w('moves.pause.span', { from: formatDate(pause.since), until: formatDate(pause.until ?? '') })}
            </strong>{' '}
            {[
              w('moves.pause.days', { smart_count: pause.days }),
              pause.ended && w(`moves.pause.ended.${pause.ended}`),
              pause.when === 'EARLY' && w('moves.pause.early'),
              pause.socialWorker,
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </CardLines>
    </Card>
  );
}
