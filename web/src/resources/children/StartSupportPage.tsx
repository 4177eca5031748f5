import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { EpisodeStateView, StartEpisode } from '@encircle/shared/episodes';
import type { ChildView, SiblingList } from '@encircle/shared/people';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { siblingOptions } from '@web/layout/sibling-options';
import { useMe } from '@web/providers/me';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { CheckList } from '@web/ui/CheckList';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { WorryForm } from './WorryForm';

/** The first worry (rule T01). What follows, asking the family, is on the case's own page. */
export default function StartSupportPage() {
  const { childId = '' } = useParams();
  const child = useGet<ChildView>(`/children/${childId}`);
  const siblings = useGet<SiblingList>(`/children/${childId}/siblings`);
  return (
    <Loaded query={child} page>
      {(data) => (
        <Loaded query={siblings}>{({ items }) => <StartForm child={data} siblings={items} />}</Loaded>
      )}
    </Loaded>
  );
}

function StartForm({ child, siblings }: { child: ChildView; siblings: SiblingList['items'] }) {
  const w = useWords();
  const navigate = useNavigate();
  const { membership } = useMe();
  const [also, setAlso] = useState<string[]>([]);
  const send = useSend<StartEpisode, EpisodeStateView>('/episodes', { refresh: ['/my', '/children'] });
  return (
    <>
      <PageTitle
        title={w('children.start.title', { name: child.chosenName })}
        note={w('children.start.note')}
      />
      {membership.role === 'CAFC' && (
        <div style={{ marginBottom: 24 }}>
          <Notice>
            <p>
              <strong>{w('stepIn.offer.title')}</strong> {w('stepIn.offer.note')}
            </p>
            <Button size="small" to={`/children/${child.id}/step-in`}>
              {w('stepIn.offer.link')}
            </Button>
          </Notice>
        </div>
      )}
      {siblings.length > 0 && (
        <div style={{ marginBottom: 24 }}>
          <Card>
            <CheckList
              name="childIds"
              label={w('children.start.also')}
              hint={w('children.start.alsoHint')}
              options={siblingOptions(siblings, w)}
              value={also}
              onChange={setAlso}
            />
          </Card>
        </div>
      )}
      <WorryForm
        save={w('children.start.save')}
        onSave={async (worry) => {
          const type = also.length > 0 ? 'FAMILY' : 'CHILD';
          const body = { type, childIds: [child.id, ...also], ...worry };
          const { id } = await send.mutateAsync(body as StartEpisode);
          await navigate(`/cases/${id}`);
        }}
      />
    </>
  );
}
