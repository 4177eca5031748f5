import { styled } from '@mui/material/styles';
import { useMemo } from 'react';
import { useLocation } from 'react-router';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { Button } from '@web/ui/Button';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { ProductMark } from '@web/ui/Ring';
import { tokenOf } from './report.model';
import { ReportForm } from './ReportForm';
import { useReportLink } from './useReportLink';

const Page = styled('main')({
  minHeight: '100vh',
  boxSizing: 'border-box',
  maxWidth: 760,
  margin: '0 auto',
  padding: '32px 24px 64px',
  '@media (max-width: 599px)': { padding: '20px 16px 48px' },
  '& > .mark': { display: 'flex', alignItems: 'center', gap: 12, fontSize: '1.25rem', fontWeight: 700 },
});

/** A report in lieu, for whoever holds its link: no account, no menu, nothing about the case but what they know. */
export function ReportPage() {
  const w = useWords();
  const { hash } = useLocation();
  const token = useMemo(() => tokenOf(hash), [hash]);
  return (
    <Page>
      <div className="mark">
        <ProductMark size={36} />
        <span>{w('shell.product')}</span>
      </div>
      <Opened key={token} token={token} />
    </Page>
  );
}

function Opened({ token }: { token: string | null }) {
  const w = useWords();
  const say = useProblemWords();
  const { state, setState, again } = useReportLink(token);
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
