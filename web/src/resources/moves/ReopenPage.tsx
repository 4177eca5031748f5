import { useNavigate, useParams } from 'react-router';
import type { EpisodeStateView, NextMovesView, ReopenEpisode } from '@encircle/shared/episodes';
import { useWords } from '@web/i18n/useWords';
import { CaseLink } from '@web/layout/CaseLink';
import { Loaded } from '@web/layout/Loaded';
import { useGet, useSend } from '@web/providers/useGet';
import { PageTitle } from '@web/ui/PageTitle';
import { WorryForm } from '@web/resources/children/WorryReference';

/** Work begins again for a family whose record is closed (T35): a new record, linked to the old one. */
export default function ReopenPage() {
  const { caseId = '' } = useParams();
  const w = useWords();
  const query = useGet<NextMovesView>(`/episodes/${caseId}/next-moves`);
  return (
    <>
      <PageTitle
        title={w('moves.reopen.title')}
        note={w('moves.reopen.note')}
        kicker={
          <CaseLink
            caseId={caseId}
            name={query.data?.childName ?? null}
            {...(query.data ? { code: query.data.episode.ref } : {})}
          />
        }
      />
      <Loaded query={query}>{(view) => <Reopen view={view} />}</Loaded>
    </>
  );
}

function Reopen({ view: { episode } }: { view: NextMovesView }) {
  const w = useWords();
  const go = useNavigate();
  const send = useSend<ReopenEpisode, EpisodeStateView>(`/episodes/${episode.id}/reopening`, {
    refresh: ['/my', `/episodes/${episode.id}`],
  });
  return (
    <WorryForm
      save={w('moves.reopen.save')}
      onSave={async (worry) => {
        const made = await send.mutateAsync({ ...worry, version: episode.version } as ReopenEpisode);
        await go(`/cases/${made.id}`);
      }}
    />
  );
}
