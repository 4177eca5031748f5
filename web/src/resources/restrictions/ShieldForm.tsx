import { useState } from 'react';
import type { SetShield, ShieldAskedView, ShieldView } from '@encircle/shared/restrictions';
import type { WorkerList } from '@encircle/shared/people';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { useMe } from '@web/providers/me';
import { useGet } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { CheckList } from '@web/ui/CheckList';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextInput } from '@web/ui/TextInput';
import { GROUNDS_OF } from './shields.model';

interface Named {
  userId: string;
  name: string;
}

/** Who still sees the record: found by name, kept until taken off again. */
export function MembersField({
  named,
  error,
  onChange,
}: {
  named: readonly Named[];
  error?: string | undefined;
  onChange: (named: Named[]) => void;
}) {
  const w = useWords();
  const [words, setWords] = useState('');
  const asked = words.trim().length >= 2;
  const query = useGet<WorkerList>(asked ? '/workers' : null, { q: words.trim() });
  const found = (query.data?.items ?? []).map(({ userId, fullName }) => ({ userId, name: fullName }));
  const offered = [...named, ...found.filter((one) => !named.some(({ userId }) => userId === one.userId))];
  return (
    <>
      <TextInput
        name="memberIds.find"
        label={w('lead.find')}
        hint={w('lead.findHint')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <CheckList
        name="memberIds"
        label={w('restrictions.shields.members')}
        hint={w('restrictions.shields.membersHint')}
        error={error}
        options={offered.slice(0, 30).map(({ userId, name }) => ({ value: userId, label: name }))}
        value={named.map(({ userId }) => userId)}
        onChange={(ids) => onChange(offered.filter(({ userId }) => ids.includes(userId)))}
      />
    </>
  );
}

export interface ShieldFormProps {
  /** What a colleague asked for: the case, the child and why are theirs, and they stay on the list. */
  asked?: ShieldAskedView;
  onDone: () => void;
  onCancel: () => void;
}

const askedFor = ({ reference: ref, childId, ground }: ShieldAskedView): Partial<SetShield> => ({
  ref,
  childId,
  ground,
  kind: 'SHIELD',
});

/** Closing a record takes one person and holds at once. */
export function ShieldForm({ asked, onDone, onCancel }: ShieldFormProps) {
  const w = useWords();
  const officer = useMe().membership.role === 'IGO';
  const [named, setNamed] = useState<Named[]>(
    asked ? [{ userId: asked.requesterId, name: asked.requester }] : [],
  );
  const [value, setValue] = useState<Partial<SetShield>>(
    asked ? askedFor(asked) : officer ? { kind: 'SEAL' } : {},
  );
  const set = (over: Partial<SetShield>) => setValue((now) => ({ ...now, ...over }));
  const form = useForm<Partial<SetShield>, ShieldView>('/shields', {
    refresh: ['/shields', '/shield-requests', '/episodes', '/my'],
  });
  const save = async () => {
    const made = await form.send({ ...value, memberIds: named.map(({ userId }) => userId) });
    if (made) onDone();
  };
  const kinds = officer ? (['SEAL'] as const) : (['SHIELD', 'SEAL'] as const);
  return (
    <FieldStack>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput
        name="ref"
        label={w('restrictions.form.ref')}
        hint={w('restrictions.form.refHint')}
        value={value.ref ?? ''}
        error={form.wrong('ref')}
        onChange={(event) => set({ ref: event.target.value })}
      />
      <RadioGroup
        name="kind"
        label={w('restrictions.shields.kind')}
        options={kinds.map((kind) => ({
          value: kind,
          label: w(`restrictions.shields.kinds.${kind}`),
          hint: w(`restrictions.shields.kindHints.${kind}`),
        }))}
        value={value.kind}
        error={form.wrong('kind')}
        onChange={(kind) => set({ kind: kind as SetShield['kind'] })}
      />
      <Select
        name="ground"
        label={w('restrictions.form.reason')}
        options={(value.kind ? GROUNDS_OF[value.kind] : []).map((ground) => ({
          value: ground,
          label: w(`restrictions.shields.grounds.${ground}`),
        }))}
        value={value.ground ?? ''}
        error={form.wrong('ground')}
        onChange={(event) => set({ ground: event.target.value as SetShield['ground'] })}
      />
      <MembersField named={named} error={form.wrong('memberIds')} onChange={setNamed} />
      <Actions>
        <Button kind="filled" disabled={form.busy} onClick={() => void save()}>
          {w('restrictions.shields.save')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {w('restrictions.form.cancel')}
        </Button>
      </Actions>
    </FieldStack>
  );
}
