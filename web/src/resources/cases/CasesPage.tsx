import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CaseloadPage } from '@encircle/shared/cases';
import { EPISODE_STATES } from '@encircle/shared/codes';
import { useWords, type Words } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useCan } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { EmptyState } from '@web/ui/EmptyState';
import { KeysetPager } from '@web/ui/KeysetPager';
import { PageTitle } from '@web/ui/PageTitle';
import { Stack } from '@web/ui/layout';
import { CaseFilters } from './CaseFilters';
import { CaseTable } from './CaseTable';
import { addressFor, filtersOf, isUsual, PAGE_SIZE, questionOf, type Filters } from './caseload.model';
import { useReader, type Reader } from './reader';

const TITLES = {
  worker: 'cases.list.title',
  agency: 'cases.list.titleAgency',
  index: 'cases.list.titleAgency',
  family: 'cases.list.titleFamily',
} as const;
const NOTES = {
  worker: 'cases.list.note',
  agency: 'cases.list.noteAgency',
  index: 'cases.list.noteIndex',
  family: 'cases.list.noteFamily',
} as const;

/** My cases; for a manager those of the service, for the CAF team the index, for a family their own. */
export default function CasesPage() {
  const w = useWords();
  const reader = useReader();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search, EPISODE_STATES.codes);
  const choose = (next: Filters) => setSearch(addressFor(next), { replace: true });
  return (
    <>
      <PageTitle
        title={w(TITLES[reader])}
        note={w(NOTES[reader])}
        actions={
          reader === 'agency' && (
            <Button kind="neutral" to="/hand-over">
              {w('leavers.link')}
            </Button>
          )
        }
      />
      <Stack>
        {reader !== 'family' && <CaseFilters filters={filters} reader={reader} onChoose={choose} />}
        <Pages key={search.toString()} filters={filters} reader={reader} onClear={() => setSearch({})} />
      </Stack>
    </>
  );
}

interface PagesProps {
  filters: Filters;
  reader: Reader;
  onClear: () => void;
}

/** Page by page by cursor; the total comes with the first page and stays. */
function Pages({ filters, reader, onClear }: PagesProps) {
  const w = useWords();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const after = cursors.at(-1) ?? null;
  const first = useGet<CaseloadPage>('/my/cases', questionOf(filters, null));
  const query = useGet<CaseloadPage>('/my/cases', questionOf(filters, after));
  const total = first.data?.total ?? null;
  return (
    <Loaded query={query}>
      {(page) => {
        if (page.items.length === 0) return <NoCases filters={filters} reader={reader} onClear={onClear} />;
        const from = cursors.length * PAGE_SIZE + 1;
        const { next } = page;
        return (
          <>
            <CaseTable page={page} title={countWords(w, total, reader)} reader={reader} />
            <KeysetPager
              from={from}
              to={from + page.items.length - 1}
              total={total === '1000+' ? '1,000+' : total}
              onPrevious={cursors.length > 0 ? () => setCursors(cursors.slice(0, -1)) : undefined}
              onNext={next === null ? undefined : () => setCursors([...cursors, next])}
            />
          </>
        );
      }}
    </Loaded>
  );
}

function countWords(w: Words, total: number | string | null, reader: Reader): string {
  if (total === '1000+') return w('cases.list.countMany');
  const key = reader === 'family' ? 'cases.list.countFamily' : 'cases.list.count';
  return typeof total === 'number' ? w(key, { smart_count: total }) : w(TITLES[reader]);
}

function NoCases({ filters, reader, onClear }: PagesProps) {
  const w = useWords();
  const can = useCan();
  if (!isUsual(filters)) {
    return (
      <EmptyState
        title={w('cases.list.empty.filtered')}
        action={<Button onClick={onClear}>{w('cases.list.empty.clear')}</Button>}
      >
        {w('cases.list.empty.filteredBody')}
      </EmptyState>
    );
  }
  const body =
    reader === 'family'
      ? 'cases.list.empty.bodyFamily'
      : reader === 'worker'
        ? 'cases.list.empty.body'
        : 'cases.list.empty.bodyAgency';
  const action = can('read', 'index') && <Button to="/find">{w('cases.list.empty.act')}</Button>;
  return (
    <EmptyState title={w('cases.list.empty.title')} action={action}>
      {w(body)}
    </EmptyState>
  );
}
