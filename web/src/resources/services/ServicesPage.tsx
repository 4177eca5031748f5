import { useDeferredValue, useState } from 'react';
import { PRESENTING_ISSUES } from '@encircle/shared/codes';
import type { ServiceList, ServiceView } from '@encircle/shared/services';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { useCan } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { PageTitle } from '@web/ui/PageTitle';
import { Select } from '@web/ui/Select';
import { Stack, Tiles } from '@web/ui/layout';
import { TextInput } from '@web/ui/TextInput';
import { AskedOfMe } from './AskedOfMe';
import { KeepForm } from './KeepForm';
import { ServiceCard } from './ServiceCard';
import { NO_FILTERS, queryOf, type Filters } from './services.model';

const LEVELS = ['1', '2', '3', '4'] as const;

/** What services there are, for whom, and how they are asked. */
export default function ServicesPage() {
  const w = useWords();
  const can = useCan();
  const keeps = can('create', 'directory');
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [open, setOpen] = useState<ServiceView | 'new' | null>(null);
  const asked = useDeferredValue(filters);
  const pages = useMorePages<ServiceList>('/services', queryOf(asked));
  const set = (over: Partial<Filters>) => setFilters((now) => ({ ...now, ...over }));
  return (
    <>
      <PageTitle
        title={w('services.title')}
        note={w('services.note')}
        actions={
          keeps &&
          open === null && (
            <Button kind="filled" onClick={() => setOpen('new')}>
              {w('services.add')}
            </Button>
          )
        }
      />
      <Stack>
        {can('update', 'case') && !keeps && <AskedOfMe />}
        {open !== null && (
          <KeepForm
            key={open === 'new' ? 'new' : open.id}
            stored={open === 'new' ? null : open}
            onDone={() => setOpen(null)}
          />
        )}
        <Card>
          <Tiles style={{ alignItems: 'end' }}>
            <TextInput
              name="q"
              label={w('services.find')}
              hint={w('services.findHint')}
              maxLength={80}
              value={filters.q}
              onChange={(event) => set({ q: event.target.value })}
            />
            <TextInput
              name="age"
              label={w('services.age')}
              inputMode="numeric"
              maxLength={2}
              value={filters.age}
              onChange={(event) => set({ age: event.target.value })}
            />
            <Select
              name="level"
              label={w('services.level')}
              empty={w('services.anyLevel')}
              options={LEVELS.map((each) => ({ value: each, label: w(`services.levels.${each}`) }))}
              value={filters.level}
              onChange={(event) => set({ level: event.target.value })}
            />
            <Select
              name="topic"
              label={w('services.topic')}
              empty={w('services.anyTopic')}
              options={PRESENTING_ISSUES.rows.map(({ code, label }) => ({ value: code, label }))}
              value={filters.topic}
              onChange={(event) => set({ topic: event.target.value })}
            />
          </Tiles>
        </Card>
        <MorePages pages={pages} more={w('services.more')}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState title={w('services.none')}>{w('services.noneNote')}</EmptyState>
            ) : (
              <Stack style={{ gap: 16 }}>
                {items.map((service) => (
                  <ServiceCard
                    key={service.id}
                    service={service}
                    {...(keeps ? { onChange: () => setOpen(service) } : {})}
                  />
                ))}
              </Stack>
            )
          }
        </MorePages>
      </Stack>
    </>
  );
}
