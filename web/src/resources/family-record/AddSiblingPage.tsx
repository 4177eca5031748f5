import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import type { CaseView } from '@encircle/shared/cases';
import type { AddChildToRecord, EpisodeStateView } from '@encircle/shared/episodes';
import type { SiblingList } from '@encircle/shared/people';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { siblingOptions } from '@web/layout/sibling-options';
import { FormPage } from '@web/pages/FormPage';
import { useForm } from '@web/pages/useForm';
import { beginForFamily } from '@web/providers/begun-child';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Actions, FieldStack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { RadioGroup } from '@web/ui/RadioGroup';
import { carersOf } from './record-children.model';

/** Another child of the family comes into the record, with an agreement of their own (rule F2). */
export default function AddSiblingPage() {
  const { caseId = '' } = useParams();
  const view = useGet<CaseView>(`/episodes/${caseId}`);
  const first = view.data?.children[0]?.id;
  const siblings = useGet<SiblingList>(first === undefined ? null : `/children/${first}/siblings`);
  return (
    <Loaded query={view}>
      {(data) => <Loaded query={siblings}>{({ items }) => <AddSibling view={data} items={items} />}</Loaded>}
    </Loaded>
  );
}

function AddSibling({ view, items }: { view: CaseView; items: SiblingList['items'] }) {
  const w = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [childId, setChild] = useState('');
  const { send, errors, attempt, wrong, busy } = useForm<AddChildToRecord, EpisodeStateView>(
    `/episodes/${view.id}/children`,
    { refresh: ['/episodes', '/children', '/my'] },
  );
  const save = async () => {
    if (await send({ childId })) await navigate(`/cases/${view.id}/agreement`);
  };
  const look = async () => {
    beginForFamily(client, {
      caseId: view.id,
      names: new Intl.ListFormat('en-GB').format(view.children.map(({ chosenName }) => chosenName)),
      carers: carersOf(view),
    });
    await navigate('/find');
  };
  return (
    <>
      <PageTitle title={w('familyRecord.addPage.title')} note={w('familyRecord.addPage.note')} />
      <FormPage
        errors={errors}
        attempt={attempt}
        onSave={save}
        busy={busy}
        save={items.length > 0 ? w('familyRecord.addPage.save') : null}
        back={
          <Button kind="quiet" to={`/cases/${view.id}/family`}>
            {w('familyRecord.back')}
          </Button>
        }
      >
        {items.length > 0 && (
          <Card>
            <FieldStack>
              <RadioGroup
                name="childId"
                label={w('familyRecord.addPage.who')}
                options={siblingOptions(items, w)}
                value={childId}
                error={wrong('childId')}
                onChange={setChild}
              />
            </FieldStack>
          </Card>
        )}
        <Card title={w(items.length > 0 ? 'familyRecord.addPage.other' : 'familyRecord.addPage.none')}>
          <p>{w('familyRecord.addPage.look')}</p>
          <Actions style={{ marginTop: 12 }}>
            <Button kind="outlined" icon={Plus} onClick={() => void look()}>
              {w('familyRecord.addPage.find')}
            </Button>
          </Actions>
        </Card>
      </FormPage>
    </>
  );
}
