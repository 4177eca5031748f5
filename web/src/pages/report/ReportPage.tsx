import type { ReportLinkView } from '@encircle/shared/meetings';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { Button } from '@web/ui/Button';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { LinkPage } from './LinkPage';
import { KEPT } from './report.model';
import { ReportForm } from './ReportForm';
import { useOpenedLink } from './useOpenedLink';

/** Where the link opens nothing any more, nothing typed for it stays on this device. */
const forget = () => localStorage.removeItem(KEPT);

/** A report in lieu, for whoever holds its link: no account, no menu, nothing about the case but what they know. */
export const ReportPage = () => <LinkPage>{(token) => <Opened key={token} token={token} />}</LinkPage>;

function Opened({ token }: { token: string | null }) {
  const w = useWords();
  const say = useProblemWords();
  const { state, setState, again } = useOpenedLink<ReportLinkView>('/report-links/open', token, forget);
  if (state.kind === 'OPEN' && token !== null)
    return <ReportForm token={token} link={state.link} onEnd={(kind) => setState({ kind })} />;
  if (state.kind === 'SENT') return <PageTitle title={w('report.sent.title')} note={w('report.sent.body')} />;
  if (state.kind === 'OVER') return <PageTitle title={w('report.over.title')} note={w('report.over.body')} />;
  if (state.kind === 'FAILED')
    return (
      <>
        <PageTitle title={w('report.title')} />
        <Notice kind="red">{say(state.error)}</Notice>
        <p>
          <Button onClick={again}>{w('problem.retry')}</Button>
        </p>
      </>
    );
  return <PageTitle title={w('report.title')} note={w('report.waiting')} />;
}
