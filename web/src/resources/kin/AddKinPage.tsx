import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { CaseChild } from '@encircle/shared/cases';
import type { AddRelative, KinMatch, RelativeList } from '@encircle/shared/people';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { NotFoundPage } from '@web/pages/NotFoundPage';
import { FormPage } from '@web/pages/FormPage';
import { useForm } from '@web/pages/useForm';
import { useChildOfCase } from '@web/layout/useChildOfCase';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { CheckList } from '@web/ui/CheckList';
import { DateField } from '@web/ui/DateField';
import { FieldStack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextInput } from '@web/ui/TextInput';
import { EffectsCard } from './EffectsCard';
import { addBody, nameOf, newKin, NOBODY, SAFE_WAYS, type KinForm } from './kin.model';
import { TieFields } from './TieFields';
import { useEffectsFirst } from './useEffectsFirst';

/** Somebody of the family is written down: looked for in this record first, then with no more than is needed. */
export default function AddKinPage() {
  const { caseId, query, childOf } = useChildOfCase();
  return (
    <Loaded query={query}>
      {(view) => {
        const child = childOf(view);
        return child ? <AddKin caseId={caseId} child={child} /> : <NotFoundPage />;
      }}
    </Loaded>
  );
}

function AddKin({ caseId, child }: { caseId: string; child: CaseChild }) {
  const w = useWords();
  const navigate = useNavigate();
  const name = child.chosenName;
  const list = `/cases/${caseId}/children/${child.id}/relatives`;
  const [form, setForm] = useState<KinForm>(newKin());
  const set = (part: Partial<KinForm>) => setForm((old) => ({ ...old, ...part }));
  const { send, errors, attempt, wrong, busy, data } = useForm<AddRelative, RelativeList>(
    `/children/${child.id}/relatives`,
    { refresh: ['/episodes', '/children'] },
  );
  const { first, effects, pass, asking } = useEffectsFirst(child.id, form, null);
  const matches = (data?.['matches'] as KinMatch[] | undefined) ?? [];
  const save = async () => {
    if ((await pass()) && (await send(addBody(form)))) await navigate(list);
  };
  return (
    <>
      <PageTitle title={w('kin.addPage.title', { name })} note={w('kin.addPage.note', { name })} />
      <FormPage
        errors={[...errors, ...asking.errors]}
        attempt={attempt + asking.attempt}
        onSave={save}
        busy={busy || asking.busy}
        save={w(first ? 'kin.effects.look' : 'kin.addPage.save')}
        back={
          <Button kind="quiet" to={list}>
            {w('kin.toList', { name })}
          </Button>
        }
      >
        <Card>
          <FieldStack>
            <TextInput
              name="givenNames"
              label={w('kin.addPage.givenNames')}
              value={form.givenNames}
              error={wrong('givenNames')}
              onChange={(event) => set({ givenNames: event.target.value, personId: '' })}
            />
            <TextInput
              name="familyName"
              label={w('kin.addPage.familyName')}
              value={form.familyName}
              error={wrong('familyName')}
              onChange={(event) => set({ familyName: event.target.value, personId: '' })}
            />
            {matches.length > 0 && (
              <RadioGroup
                name="personId"
                label={w('kin.addPage.maybe')}
                hint={w('kin.addPage.maybeHint')}
                options={[
                  ...matches.map((one) => ({
                    value: one.personId,
                    label: one.fullName,
                    hint: one.ties.join(', '),
                  })),
                  { value: NOBODY, label: w('kin.addPage.somebodyElse') },
                ]}
                value={form.personId}
                error={wrong('personId')}
                onChange={(personId) => set({ personId })}
              />
            )}
            <TieFields name={name} form={form} set={set} wrong={wrong} />
            <DateField
              name="dateOfBirth"
              label={w('kin.addPage.dateOfBirth')}
              optional={w('kin.ifKnown')}
              value={form.dateOfBirth}
              error={wrong('dateOfBirth')}
              onChange={(dateOfBirth) => set({ dateOfBirth })}
            />
            <TextInput
              name="phone"
              label={w('kin.addPage.phone')}
              optional={w('kin.ifKnown')}
              inputMode="tel"
              value={form.phone}
              error={wrong('phone')}
              onChange={(event) => set({ phone: event.target.value })}
            />
            {form.phone.trim() !== '' && (
              <CheckList
                name="safe"
                label={w('kin.addPage.safe')}
                hint={w('kin.addPage.safeHint')}
                options={SAFE_WAYS.map((value) => ({ value, label: w(`kin.addPage.safeWays.${value}`) }))}
                value={form.safe}
                onChange={(safe) => set({ safe })}
              />
            )}
          </FieldStack>
        </Card>
        {effects && <EffectsCard name={name} who={nameOf(form)} effects={effects} />}
      </FormPage>
    </>
  );
}
