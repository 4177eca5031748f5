import type { AnswerLinkView } from '@encircle/shared/meetings';
import { useWords } from '@web/i18n/useWords';
import { LinkPage } from '@web/pages/report/LinkPage';
import { useOpenedLink } from '@web/pages/report/useOpenedLink';
import { useProblemWords } from '@web/pages/useProblemWords';
import { Button } from '@web/ui/Button';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { AnswerForm } from './AnswerForm';

/** Whether one is coming to a meeting, for whoever holds the link: a reference and a time, and nothing else of the case. */
export const AnswerPage = () => <LinkPage>{(token) => <Opened key={token} token={token} />}</LinkPage>;

function Opened({ token }: { token: string | null }) {
  const w = useWords();
  const say = useProblemWords();
  const { state, setState, again } = useOpenedLink<AnswerLinkView>('/answer-links/open', token);
  if (state.kind === 'OPEN' && token !== null)
    return <AnswerForm token={token} link={state.link} onOver={() => setState({ kind: 'OVER' })} />;
  if (state.kind === 'FAILED')
    return (
      <>
        <PageTitle title={w('answer.title')} />
        <Notice kind="red">{say(state.error)}</Notice>
        <p>
          <Button onClick={again}>{w('problem.retry')}</Button>
        </p>
      </>
    );
  if (state.kind === 'OPENING') return <PageTitle title={w('answer.title')} note={w('answer.waiting')} />;
  return <PageTitle title={w('answer.over.title')} note={w('answer.over.body')} />;
}
