import type { ContributionsView } from '@encircle/shared/assessments';
import { formatDate } from '@encircle/shared/dates';
import { section as sectionOf } from '@encircle/shared/forms';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { PageTitle } from '@web/ui/PageTitle';
import { Stack } from '@web/ui/layout';
import { formNamed, useWithForms } from './known-forms';
import { useWordsAbout } from './useAssessment';

const all = (view: ContributionsView) => view.items;

/** Parts of assessments that colleagues asked me for. */
export default function MyPartsPage() {
  const w = useWords();
  const query = useWithForms(useGet<ContributionsView>('/my/contributions'), all);
  return (
    <>
      <PageTitle title={w('contributions.mine.title')} />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w('contributions.mine.none')}>{w('contributions.mine.noneNote')}</EmptyState>
          ) : (
            <Stack>
              {items.map((item) => (
                <Part key={item.id} item={item} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </>
  );
}

function Part({ item }: { item: ContributionsView['items'][number] }) {
  const w = useWords();
  const words = useWordsAbout(item.child);
  const section = sectionOf(formNamed(item.formCode, item.formVersion), item.section);
  return (
    <Card
      title={w('contributions.about', { section: words(section.title), child: item.child })}
      note={w('contributions.mine.note', {
        name: item.askedBy,
        child: item.child,
        date: formatDate(item.dueOn),
      })}
    >
      <Button to={`/contributions/${item.id}`}>
        {w(item.status === 'ANSWERED' ? 'contributions.mine.again' : 'contributions.mine.open')}
      </Button>
    </Card>
  );
}
