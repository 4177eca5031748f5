import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { labelOf, RELATIONSHIPS } from '@encircle/shared/codes';
import type { CaseChild } from '@encircle/shared/cases';
import type { ChangeRelative, EndRelative, RelativeList, RelativeView } from '@encircle/shared/people';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { NotFoundPage } from '@web/pages/NotFoundPage';
import { FormPage } from '@web/pages/FormPage';
import { useForm } from '@web/pages/useForm';
import { useGet } from '@web/providers/useGet';
import { useChildOfCase } from '@web/layout/useChildOfCase';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DateField } from '@web/ui/DateField';
import { FieldStack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextInput } from '@web/ui/TextInput';
import { EffectsCard } from './EffectsCard';
import {
  asksPrUntil,
  changeBody,
  endBody,
  isEnd,
  kinOfTie,
  WHATS,
  type KinForm,
  type What,
} from './kin.model';
import { TieFields } from './TieFields';
import { useEffectsFirst } from './useEffectsFirst';

/** What is written down of somebody is put right, changed from a day on, or ended. */
export default function ChangeKinPage() {
  const { tieId = '' } = useParams();
  const { caseId, childId, query, childOf } = useChildOfCase();
  const relatives = useGet<RelativeList>(`/children/${childId}/relatives`);
  return (
    <Loaded query={query}>
      {(view) => (
        <Loaded query={relatives}>
          {({ items, mayChange }) => {
            const child = childOf(view);
            const tie = items.find(({ id }) => id === tieId);
            if (!child || !tie || !mayChange) return <NotFoundPage />;
            return <ChangeKin key={tie.version} caseId={caseId} child={child} tie={tie} />;
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

function ChangeKin({ caseId, child, tie }: { caseId: string; child: CaseChild; tie: RelativeView }) {
  const w = useWords();
  const navigate = useNavigate();
  const name = child.chosenName;
  const list = `/cases/${caseId}/children/${child.id}/relatives`;
  const [form, setForm] = useState<KinForm>(kinOfTie(tie));
  const set = (part: Partial<KinForm>) => setForm((old) => ({ ...old, ...part }));
  const path = `/children/${child.id}/relatives/${tie.id}`;
  const refresh = { refresh: ['/episodes', '/children', '/my'] };
  const change = useForm<ChangeRelative, RelativeList>(`${path}/change`, refresh);
  const end = useForm<EndRelative, RelativeList>(`${path}/end`, refresh);
  const { first, effects, pass, asking } = useEffectsFirst(child.id, form, tie);
  const ends = isEnd(form);
  const { errors, attempt, wrong } = ends ? end : change;
  const save = async () => {
    if (!(await pass())) return;
    const saved = ends ? await end.send(endBody(form, tie)) : await change.send(changeBody(form, tie));
    if (saved) await navigate(list);
  };
  return (
    <>
      <PageTitle
        title={w('kin.changePage.title', {
          who: tie.fullName,
          relation: labelOf(RELATIONSHIPS, tie.kind).toLowerCase(),
          name,
        })}
      />
      <FormPage
        errors={[...errors, ...asking.errors]}
        attempt={attempt + asking.attempt}
        onSave={save}
        busy={change.busy || end.busy || asking.busy}
        save={w(first && form.what !== '' ? 'kin.effects.look' : 'kin.changePage.save')}
        back={
          <Button kind="quiet" to={list}>
            {w('kin.toList', { name })}
          </Button>
        }
      >
        <Card>
          <FieldStack>
            <RadioGroup
              name="why"
              label={w('kin.changePage.what')}
              options={WHATS.map((value) => ({
                value,
                label: w(`kin.changePage.whats.${value}`),
                hint: w(`kin.changePage.hints.${value}`),
              }))}
              value={form.what}
              error={wrong('why')}
              onChange={(what) => set({ what: what as What })}
            />
            {form.what !== '' && !ends && <TieFields name={name} form={form} set={set} wrong={wrong} />}
            {asksPrUntil(form, tie) && (
              <DateField
                name="prUntil"
                label={w('kin.changePage.prUntil')}
                value={form.prUntil}
                error={wrong('prUntil')}
                onChange={(prUntil) => set({ prUntil })}
              />
            )}
            {form.what === 'ENDED' && (
              <DateField
                name="endedOn"
                label={w('kin.changePage.endedOn')}
                value={form.endedOn}
                error={wrong('endedOn')}
                onChange={(endedOn) => set({ endedOn })}
              />
            )}
            {form.what !== '' && (
              <TextInput
                name="reason"
                label={w(
                  form.what === 'CORRECTED' || form.what === 'MISTAKEN'
                    ? 'kin.changePage.wrong'
                    : 'kin.changePage.why',
                )}
                value={form.reason}
                error={wrong('reason')}
                {...(form.what === 'CHANGED' || form.what === 'ENDED' ? { optional: w('kin.ifKnown') } : {})}
                onChange={(event) => set({ reason: event.target.value })}
              />
            )}
          </FieldStack>
        </Card>
        {effects && <EffectsCard name={name} who={tie.fullName} effects={effects} />}
      </FormPage>
    </>
  );
}
