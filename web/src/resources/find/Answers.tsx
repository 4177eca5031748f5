import { styled } from '@mui/material/styles';
import { useState } from 'react';
import type { FindAnswer } from '@encircle/shared/people';
import { useWords } from '@web/i18n/useWords';
import { useCan } from '@web/providers/me';
import { EmptyState } from '@web/ui/EmptyState';
import { Stack } from '@web/ui/layout';
import type { FindForm } from './find.model';
import { IndexCard } from './IndexCard';
import { JoinForm } from './JoinForm';
import { KnownCard } from './KnownCard';

const Head = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  alignItems: 'baseline',
  gap: '4px 16px',
  '& h2': { fontSize: '1.25rem', lineHeight: '1.75rem', fontWeight: 700 },
  '& p': { fontSize: '0.875rem', color: 'var(--ink-soft)' },
});
const Part = styled('section')({ display: 'grid', gap: 14 });

/** Two answers, kept apart: about everyone, and among children one already works with. */
export function Answers({ answer, form }: { answer: FindAnswer; form: FindForm }) {
  const w = useWords();
  const can = useCan();
  const [joining, setJoining] = useState(false);
  const [away, setAway] = useState<readonly string[]>([]);
  const putAway = (id: string) => setAway((old) => [...old, id]);
  const found = answer.index.answer === 'MAY_EXIST' && !away.includes('index');
  const known = answer.known.filter((child) => !away.includes(child.childId));
  return (
    <Stack>
      <Part aria-labelledby="index-title">
        <Head>
          <h2 id="index-title">{w(titleOf(answer, found))}</h2>
          <p>{w('find.index.scope')}</p>
        </Head>
        {found ? (
          <>
            <IndexCard
              answer={answer}
              form={form}
              onNotSame={() => putAway('index')}
              onJoin={can('create', 'index') && !joining ? () => setJoining(true) : undefined}
            />
            {joining && <JoinForm form={form} onDone={() => setJoining(false)} />}
          </>
        ) : (
          <EmptyState title={w('find.none.title')}>{w('find.none.body')}</EmptyState>
        )}
      </Part>
      {known.length > 0 && (
        <Part aria-labelledby="known-title">
          <Head>
            <h2 id="known-title">{w('find.known.title', { smart_count: known.length })}</h2>
            <p>{w('find.known.order')}</p>
          </Head>
          {known.map((child) => (
            <KnownCard key={child.childId} child={child} onNotSame={() => putAway(child.childId)} />
          ))}
        </Part>
      )}
    </Stack>
  );
}

function titleOf(answer: FindAnswer, found: boolean) {
  if (!found) return 'find.none.title' as const;
  return answer.index.leadProfessional
    ? ('find.index.title' as const)
    : ('find.index.titleUnlisted' as const);
}
