import { useWords } from '@web/i18n/useWords';
import { PageTitle } from '@web/ui/PageTitle';

/** The first page of a role that has no place in the navigation. */
export function NoPlacePage() {
  const w = useWords();
  return <PageTitle title={w('shell.noPlace.title')} note={w('shell.noPlace.body')} />;
}
