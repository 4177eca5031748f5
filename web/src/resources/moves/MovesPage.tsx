import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { codeRow, EPISODE_STATES, type EpisodeState } from '@encircle/shared/codes';
import { formatLong } from '@encircle/shared/dates';
import type { MoveAnswerView, MovesView, NextMovesView } from '@encircle/shared/episodes';
import { useWords } from '@web/i18n/useWords';
import { CaseLink } from '@web/layout/CaseLink';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { Card } from '@web/ui/Card';
import { Disclosure } from '@web/ui/Disclosure';
import { Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { PausedCard } from '@web/resources/family-record/PausedReference';
import { HistoryCard } from './HistoryCard';
import { MoveForm } from './MoveForm';
import { MoveLines } from './MoveLines';
import { PauseCards } from './PauseCards';
import { PackageCard } from './PackageCard';
import { RecordsCard } from './RecordsCard';
import { useWho } from './who';

/** Where a case stands, what can happen next and why not, what was written down, and what has happened. */
export default function MovesPage() {
  const { caseId = '' } = useParams();
  const w = useWords();
  const next = useGet<NextMovesView>(`/episodes/${caseId}/next-moves`);
  const past = useGet<MovesView>(`/episodes/${caseId}/moves`);
  return (
    <Loaded query={next}>
      {(view) => (
        <>
          <PageTitle
            title={w('moves.title')}
            note={standing(w, view)}
            kicker={<CaseLink caseId={caseId} name={view.childName} code={view.episode.ref} />}
          />
          <Stack>
            <PauseCards caseId={caseId} past />
            <Moves caseId={caseId} view={view} />
            {view.episode.state === 'PANEL_REVIEW' && (
              <Notice>
                <Link to={`/cases/${caseId}/panel`}>{w('moves.atPanel')}</Link>
              </Notice>
            )}
            <PausedCard caseId={caseId} childIds={view.paused} />
            {mayPass(view) && <PackageCard caseId={caseId} />}
            {view.records.length > 0 && <RecordsCard records={view.records} />}
            {past.data && past.data.items.length > 0 && <HistoryCard items={past.data.items} />}
          </Stack>
        </>
      )}
    </Loaded>
  );
}

function Moves({ caseId, view }: { caseId: string; view: NextMovesView }) {
  const w = useWords();
  const who = useWho();
  const [chosen, setChosen] = useState<string | null>(null);
  const [answer, setAnswer] = useState<MoveAnswerView | null>(null);
  const { version } = view.episode;
  const of = (kind: string) => view.moves.filter((move) => move.standing === kind);
  const move = view.moves.find((each) => each.id === chosen);
  const choose = (id: string) => {
    setAnswer(null);
    setChosen(id);
  };
  if (move)
    return (
      <MoveForm
        key={move.id}
        caseId={caseId}
        move={move}
        version={version}
        onDone={(done) => {
          setChosen(null);
          setAnswer(done);
        }}
        onLeave={() => setChosen(null)}
      />
    );
  return (
    <>
      {answer && (
        <Notice kind="good">
          {answer.moved
            ? w('moves.done', { state: stateWords(answer.episode.state) })
            : w('moves.waiting', { who: who(answer.waitingFor) })}
        </Notice>
      )}
      {of('SIGN').length > 0 && (
        <Card title={w('moves.sign')} flush>
          <MoveLines caseId={caseId} state={view.episode.state} moves={of('SIGN')} onBegin={choose} />
        </Card>
      )}
      <Card title={w('moves.yours')} flush={of('YOURS').length > 0}>
        {of('YOURS').length === 0 ? (
          <p>{w('moves.yoursNone')}</p>
        ) : (
          <MoveLines caseId={caseId} state={view.episode.state} moves={of('YOURS')} onBegin={choose} />
        )}
      </Card>
      {of('OTHERS').length > 0 && (
        <Disclosure summary={w('moves.others')}>
          <MoveLines caseId={caseId} state={view.episode.state} moves={of('OTHERS')} />
        </Disclosure>
      )}
    </>
  );
}

/** Who leads a family that is moving makes what goes with it: the one who could write down that contact was lost. */
const mayPass = ({ episode, moves }: NextMovesView): boolean =>
  episode.state === 'TRANSFER_PENDING' &&
  moves.some(({ id, standing }) => id === 'T32' && standing === 'YOURS');

const stateWords = (state: string): string => codeRow(EPISODE_STATES, state as EpisodeState).label;

function standing(w: ReturnType<typeof useWords>, { episode }: NextMovesView): string {
  const state = stateWords(episode.state);
  return episode.dueOn
    ? w('moves.noteDue', { state, date: formatLong(episode.dueOn) })
    : w('moves.note', { state });
}
