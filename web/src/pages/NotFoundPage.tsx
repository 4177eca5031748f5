import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { PageTitle } from '@web/ui/PageTitle';

/** One answer for what is not there and for what is not for this reader. */
export function NotFoundPage() {
  const w = useWords();
  return (
    <>
      <PageTitle title={w('problem.notFound.title')} note={w('problem.notFound.body')} />
      <Button to="/">{w('problem.notFound.back')}</Button>
    </>
  );
}
