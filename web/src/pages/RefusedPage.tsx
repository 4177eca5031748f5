import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { PageTitle } from '@web/ui/PageTitle';

/** A page its reader may know of and may not open, with why. */
export function RefusedPage({ why }: { why: string }) {
  const w = useWords();
  return (
    <>
      <PageTitle title={w('problem.refusedPage')} note={why} />
      <Button to="/">{w('problem.notFound.back')}</Button>
    </>
  );
}
