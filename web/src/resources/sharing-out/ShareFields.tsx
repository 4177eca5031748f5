import { INFORMATION_CATEGORIES, labelOf, OVERRIDE_GROUNDS } from '@encircle/shared/codes';
import { EMERGENCY_KINDS } from '@encircle/shared/emergency-access';
import type { AgencyList } from '@encircle/shared/people';
import type { Ground } from '@encircle/shared/policy';
import { useWords } from '@web/i18n/useWords';
import { useGet } from '@web/providers/useGet';
import { RecipientReference } from '@web/resources/agreements/RecipientReference';
import { CheckList } from '@web/ui/CheckList';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { OTHER, type ShareForm } from './sharing-out.model';

export interface ShareFieldsProps {
  caseId: string;
  form: ShareForm;
  onChange: (over: Partial<ShareForm>) => void;
  errors: Record<string, string>;
  children: readonly { id: string; name: string }[];
  /** A decision not to share has a recipient and no ground, kinds or words. */
  sharing: boolean;
}

/** Who, on what ground, which kinds and the exact words: with whether the family was told, all an emergency needs. */
export function ShareFields({ caseId, form, onChange, errors, children, sharing }: ShareFieldsProps) {
  const w = useWords();
  const agencies = useGet<AgencyList>('/agencies', { limit: 50 });
  const other = form.recipientAgencyId === OTHER;
  return (
    <>
      {children.length > 1 && (
        <RadioGroup
          name="subjectId"
          label={w('sharingOut.child')}
          error={errors['subjectId']}
          options={children.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.subjectId}
          onChange={(subjectId) => onChange({ subjectId })}
        />
      )}
      <Select
        name="recipientAgencyId"
        id="recipient"
        label={w('sharingOut.recipient')}
        hint={w('sharingOut.recipientHint')}
        error={other ? undefined : errors['recipient']}
        options={[
          ...(agencies.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          { value: OTHER, label: w('sharingOut.other') },
        ]}
        value={form.recipientAgencyId ?? ''}
        onChange={(event) => onChange({ recipientAgencyId: event.target.value })}
      />
      {!other && form.recipientAgencyId && (
        <RecipientReference caseId={caseId} agencyId={form.recipientAgencyId} />
      )}
      {other && (
        <TextInput
          name="recipientName"
          label={w('sharingOut.recipientName')}
          maxLength={200}
          value={form.recipient ?? ''}
          error={errors['recipient']}
          onChange={(event) => onChange({ recipient: event.target.value })}
        />
      )}
      {sharing && (
        <>
          <RadioGroup
            name="ground"
            label={w('sharingOut.ground')}
            error={errors['ground']}
            options={OVERRIDE_GROUNDS.rows.map(({ code, label }) => ({ value: code, label }))}
            value={form.ground}
            onChange={(ground) => onChange({ ground: ground as Ground })}
          />
          <CheckList
            name="categories"
            label={w('sharingOut.kinds')}
            error={errors['categories']}
            options={EMERGENCY_KINDS.map((value) => ({
              value,
              label: labelOf(INFORMATION_CATEGORIES, value),
            }))}
            value={form.categories ?? []}
            onChange={(categories) =>
              onChange({ categories: categories as NonNullable<ShareForm['categories']> })
            }
          />
          <TextArea
            name="exactText"
            label={w('sharingOut.text')}
            hint={w('sharingOut.textHint')}
            rows={5}
            maxLength={10_000}
            value={form.exactText ?? ''}
            error={errors['exactText']}
            onChange={(event) => onChange({ exactText: event.target.value })}
          />
        </>
      )}
    </>
  );
}
