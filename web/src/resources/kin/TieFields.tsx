import {
  ABSENT_PARENT_INVOLVEMENT,
  LIVES_WITH_CHILD,
  offeredRows,
  PARENTAL_RESPONSIBILITY,
  PR_BASES,
  RELATIONSHIPS,
  type CodeList,
} from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { CheckBox } from '@web/ui/CheckList';
import { DateField } from '@web/ui/DateField';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select, type Option } from '@web/ui/Select';
import { TextInput } from '@web/ui/TextInput';
import type { KinForm } from './kin.model';

const optionsOf = (list: CodeList, current?: string): Option[] =>
  offeredRows(list, current).map(({ code, label }) => ({ value: code, label }));

export interface TieFieldsProps {
  name: string;
  form: KinForm;
  set: (part: Partial<KinForm>) => void;
  wrong: (field: string) => string | undefined;
}

/** What somebody is to the child, where they live, and parental responsibility with its ground. */
export function TieFields({ name, form, set, wrong }: TieFieldsProps) {
  const w = useWords();
  const ties = (field: 'kind' | 'validFrom' | 'livesWith' | 'involvement' | 'prBasis' | 'prFrom') => ({
    name: field,
    value: form[field],
    error: wrong(field),
  });
  return (
    <>
      <Select
        label={w('kin.tie.kind', { name })}
        options={optionsOf(RELATIONSHIPS, form.kind)}
        {...ties('kind')}
        onChange={(event) => set({ kind: event.target.value })}
      />
      <DateField
        label={w('kin.tie.validFrom')}
        optional={w('kin.ifKnown')}
        {...ties('validFrom')}
        onChange={(validFrom) => set({ validFrom })}
      />
      <RadioGroup
        label={w('kin.tie.livesWith', { name })}
        options={optionsOf(LIVES_WITH_CHILD)}
        {...ties('livesWith')}
        onChange={(livesWith) => set({ livesWith })}
      />
      <CheckBox
        name="isCarer"
        label={w('kin.tie.isCarer', { name })}
        checked={form.isCarer}
        onChange={(isCarer) => set({ isCarer })}
      />
      <RadioGroup
        name="hasPr"
        label={w('kin.tie.hasPr')}
        options={optionsOf(PARENTAL_RESPONSIBILITY)}
        value={form.hasPr}
        error={wrong('hasPr')}
        onChange={(hasPr) => set({ hasPr })}
      />
      {form.hasPr === 'YES' && (
        <>
          <Select
            label={w('kin.tie.prBasis')}
            options={optionsOf(PR_BASES, form.prBasis)}
            {...ties('prBasis')}
            onChange={(event) => set({ prBasis: event.target.value })}
          />
          <DateField
            label={w('kin.tie.prFrom')}
            optional={w('kin.ifKnown')}
            {...ties('prFrom')}
            onChange={(prFrom) => set({ prFrom })}
          />
          <TextInput
            name="prEvidence"
            label={w('kin.tie.prEvidence')}
            hint={w('kin.tie.prEvidenceHint')}
            optional={w('kin.ifKnown')}
            value={form.prEvidence}
            error={wrong('prEvidence')}
            onChange={(event) => set({ prEvidence: event.target.value })}
          />
        </>
      )}
      {form.hasPr === 'YES' && form.livesWith === 'NO' && (
        <Select
          label={w('kin.tie.involvement')}
          optional={w('kin.ifKnown')}
          options={optionsOf(ABSENT_PARENT_INVOLVEMENT)}
          {...ties('involvement')}
          onChange={(event) => set({ involvement: event.target.value })}
        />
      )}
    </>
  );
}
