import { useState } from 'react';
import type { BlockView, SetBlock } from '@encircle/shared/restrictions';
import { useWords } from '@web/i18n/useWords';
import { useForm } from '@web/pages/useForm';
import { useMe } from '@web/providers/me';
import { ColleaguePicker, type Colleague } from '@web/resources/lead/ColleagueReference';
import { Button } from '@web/ui/Button';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { askersFor } from './blocks.model';

const BASES = ['RELATIVE', 'NAMED'] as const;

export interface BlockFormProps {
  /** The case, or null where its reference is asked for. */
  episodeId: string | null;
  people: readonly { id: string; name: string }[];
  onDone: (block: BlockView) => void;
  onCancel: () => void;
}

/** Whom to keep out, who asked, and why. */
export function BlockForm({ episodeId, people, onDone, onCancel }: BlockFormProps) {
  const w = useWords();
  const { membership } = useMe();
  const [who, setWho] = useState<Colleague | null>(null);
  const [value, setValue] = useState<Partial<SetBlock> & { ref?: string }>({});
  const set = (over: Partial<SetBlock> & { ref?: string }) => setValue((now) => ({ ...now, ...over }));
  const form = useForm<Partial<SetBlock>, BlockView>(
    episodeId === null ? '/blocks' : `/episodes/${episodeId}/blocks`,
    { refresh: ['/blocks', '/episodes', '/my'] },
  );
  const save = async () => {
    const made = await form.send({ ...value, ...(who ? { userId: who.userId } : {}) });
    if (made) onDone(made);
  };
  const options = people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FieldStack>
      <p>{w('restrictions.form.note')}</p>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {episodeId === null && (
        <TextInput
          name="ref"
          label={w('restrictions.form.ref')}
          hint={w('restrictions.form.refHint')}
          value={value.ref ?? ''}
          error={form.wrong('ref')}
          onChange={(event) => set({ ref: event.target.value })}
        />
      )}
      {people.length > 1 && (
        <RadioGroup
          name="childId"
          label={w('restrictions.form.child')}
          options={options}
          value={value.childId ?? people[0]?.id}
          error={form.wrong('childId')}
          onChange={(childId) => set({ childId })}
        />
      )}
      <div id="userId" tabIndex={-1}>
        <ColleaguePicker name="worker" value={who} onChange={setWho} />
        {form.wrong('userId') && <Notice kind="red">{form.wrong('userId')}</Notice>}
      </div>
      <RadioGroup
        name="basis"
        label={w('restrictions.form.basis')}
        options={BASES.map((each) => ({ value: each, label: w(`restrictions.form.bases.${each}`) }))}
        value={value.basis}
        error={form.wrong('basis')}
        onChange={(basis) => set({ basis: basis as SetBlock['basis'] })}
      />
      <RadioGroup
        name="askedBy"
        label={w('restrictions.form.askedBy')}
        options={askersFor(membership.role).map((each) => ({
          value: each,
          label: w(`restrictions.form.askers.${each}`),
        }))}
        value={value.askedBy}
        error={form.wrong('askedBy')}
        onChange={(askedBy) => set({ askedBy: askedBy as SetBlock['askedBy'] })}
      />
      <TextArea
        name="reason"
        label={w('restrictions.form.reason')}
        hint={w('restrictions.form.reasonHint')}
        rows={3}
        value={value.reason ?? ''}
        error={form.wrong('reason')}
        onChange={(event) => set({ reason: event.target.value })}
      />
      <Actions>
        <Button kind="filled" disabled={form.busy} onClick={() => void save()}>
          {w('restrictions.form.save')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {w('restrictions.form.cancel')}
        </Button>
      </Actions>
    </FieldStack>
  );
}
