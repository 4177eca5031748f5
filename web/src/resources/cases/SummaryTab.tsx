import { styled } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { CaseView } from '@encircle/shared/cases';
import { useWords } from '@web/i18n/useWords';
import { Columns, Stack } from '@web/ui/layout';
import { Path, type Step } from '@web/ui/Path';
import { AroundCard } from './AroundCard';
import { CaseNotices } from './CaseNotices';
import { IndexRowCard } from './IndexRowCard';
import { NextMeetingCard } from './NextMeetingCard';
import { RecentCard } from './RecentCard';
import { PauseCards } from '@web/resources/moves/PauseReference';
import { useReader } from './reader';
import { TravelCard } from './TravelCard';
import { WordsCard } from './WordsCard';

const Page = styled('div')({
  paddingTop: 28,
  display: 'grid',
  gap: 28,
  gridTemplateColumns: 'minmax(0, 1fr)',
});

const STATES: Record<string, Step['state']> = { DONE: 'done', NEXT: 'now', LATER: 'later' };

/** Where support has got to, what goes well and what would help, how far it came, who is around. */
export function SummaryTab({ view }: { view: CaseView }) {
  const narrow = useMediaQuery('(max-width: 1023px)', { noSsr: true });
  if (view.limited === 'INDEX_ROW') return <IndexRowCard view={view} />;
  const knowsWork = view.path.length > 0;
  const work = (
    <Stack key="work">
      <WordsCard view={view} />
      {knowsWork && <TravelCard view={view} />}
      {view.tabs.includes('chronology') && <RecentCard view={view} />}
    </Stack>
  );
  const side = (
    <Stack key="side">
      {knowsWork && narrow && <NextMeetingCard view={view} />}
      <AroundCard view={view} />
      {knowsWork && !narrow && <NextMeetingCard view={view} />}
    </Stack>
  );
  return (
    <Page>
      <CaseNotices view={view} />
      <Pauses view={view} />
      {!narrow && <SupportPath view={view} />}
      <Columns>{narrow ? [side, work] : [work, side]}</Columns>
      {narrow && <SupportPath view={view} />}
    </Page>
  );
}

/** For whoever works with the family: why the work, or a child's part of it, stands still. */
function Pauses({ view }: { view: CaseView }) {
  const reader = useReader();
  const apart = view.children.some(({ part }) => part === 'PAUSED_STATUTORY');
  if (reader === 'family' || view.limited !== null || (view.state !== 'PAUSED_STATUTORY' && !apart))
    return null;
  const names = new Map(view.children.map(({ id, chosenName }) => [id, chosenName]));
  return <PauseCards caseId={view.id} names={names} />;
}

function SupportPath({ view }: { view: CaseView }) {
  const w = useWords();
  if (view.path.length === 0) return null;
  const steps = view.path.map(({ label, status, words }) => ({
    name: label,
    note: words,
    state: STATES[status] ?? 'later',
  }));
  return <Path label={w('cases.path')} steps={steps} />;
}
