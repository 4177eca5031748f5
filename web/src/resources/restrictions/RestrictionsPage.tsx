import { useState } from 'react';
import type { BlockRegisterPage } from '@encircle/shared/restrictions';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { useMe } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Chip, ChipRow } from '@web/ui/Chip';
import { EmptyState } from '@web/ui/EmptyState';
import { Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { BlockForm } from './BlockForm';
import { BlockTable } from './BlockTable';
import { ShieldsAskedCard } from './ShieldsAskedCard';
import { ShieldsCard } from './ShieldsCard';

/** The officer's register of conflict-of-interest blocks; the CAF team sees those that still wait. */
export default function RestrictionsPage() {
  const w = useWords();
  const officer = useMe().membership.role === 'IGO';
  const [waiting, setWaiting] = useState(true);
  const [adding, setAdding] = useState(false);
  const pages = useMorePages<BlockRegisterPage>('/blocks', { limit: 25, waiting });
  return (
    <>
      <PageTitle
        title={w('restrictions.page.title')}
        note={w('restrictions.page.note')}
        actions={
          <>
            {officer && (
              <Button kind="neutral" to="/restrictions/ask">
                {w('restrictions.simulation.menu')}
              </Button>
            )}
            {!adding && (
              <Button kind="filled" onClick={() => setAdding(true)}>
                {w('restrictions.keptOut.add')}
              </Button>
            )}
          </>
        }
      />
      <Stack>
        {adding && (
          <Card title={w('restrictions.form.title')}>
            <BlockForm
              episodeId={null}
              people={[]}
              onDone={() => setAdding(false)}
              onCancel={() => setAdding(false)}
            />
          </Card>
        )}
        {officer && (
          <ChipRow label={w('restrictions.page.show')}>
            <Chip kind="choice" on={waiting} onClick={() => setWaiting(true)}>
              {w('restrictions.page.waiting')}
            </Chip>
            <Chip kind="choice" on={!waiting} onClick={() => setWaiting(false)}>
              {w('restrictions.page.all')}
            </Chip>
          </ChipRow>
        )}
        <MorePages pages={pages} more={w('restrictions.page.more')}>
          {(blocks) =>
            blocks.length === 0 ? (
              <EmptyState title={w('restrictions.page.none')}>{w('restrictions.page.noneNote')}</EmptyState>
            ) : (
              <Card flush>
                <BlockTable label={w('restrictions.page.title')} blocks={blocks} cases />
              </Card>
            )
          }
        </MorePages>
        {!officer && <ShieldsAskedCard />}
        <ShieldsCard />
      </Stack>
    </>
  );
}
