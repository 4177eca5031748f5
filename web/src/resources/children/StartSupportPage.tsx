import { useNavigate, useParams } from 'react-router';
import type { EpisodeStateView, StartEpisode } from '@encircle/shared/episodes';
import type { ChildView } from '@encircle/shared/people';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useGet, useSend } from '@web/providers/useGet';
import { PageTitle } from '@web/ui/PageTitle';
import { WorryForm } from './WorryForm';

/** The first worry (rule T01). What follows, asking the family, is on the case's own page. */
export default function StartSupportPage() {
  const { childId = '' } = useParams();
  const child = useGet<ChildView>(`/children/${childId}`);
  return <Loaded query={child}>{(data) => <StartForm child={data} />}</Loaded>;
}

function StartForm({ child }: { child: ChildView }) {
  const w = useWords();
  const navigate = useNavigate();
  const send = useSend<StartEpisode, EpisodeStateView>('/episodes', { refresh: ['/my', '/children'] });
  return (
    <>
      <PageTitle
        title={w('children.start.title', { name: child.chosenName })}
        note={w('children.start.note')}
      />
      <WorryForm
        save={w('children.start.save')}
        onSave={async (worry) => {
          const body = { type: 'CHILD', childIds: [child.id], ...worry };
          const { id } = await send.mutateAsync(body as StartEpisode);
          await navigate(`/cases/${id}`);
        }}
      />
    </>
  );
}
