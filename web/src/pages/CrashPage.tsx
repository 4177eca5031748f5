import { useRouteError } from 'react-router';
import { useWords } from '@web/i18n/useWords';
import { Problem } from '@web/providers/problem';
import { Button } from '@web/ui/Button';
import { PageTitle } from '@web/ui/PageTitle';
import { NotFoundPage } from './NotFoundPage';
import { useProblemWords } from './useProblemWords';

/** What stands in the place of a page that failed. */
export function CrashBody({ error }: { error: unknown }) {
  const w = useWords();
  const say = useProblemWords();
  if (error instanceof Problem && error.notFound) return <NotFoundPage />;
  const known = error instanceof Problem;
  return (
    <>
      <PageTitle title={w('problem.crash.title')} note={known ? say(error) : w('problem.crash.body')} />
      <Button kind="filled" onClick={() => window.location.reload()}>
        {w('problem.crash.reload')}
      </Button>
    </>
  );
}

/** The last net, when not even the shell stands. */
export function CrashPage() {
  const error = useRouteError();
  return (
    <main style={{ padding: 32 }}>
      <CrashBody error={error} />
    </main>
  );
}
