import { INFORMATION_CATEGORIES, labelOf } from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { Card } from '@web/ui/Card';
import { CheckBox, CheckList } from '@web/ui/CheckList';
import { FieldStack } from '@web/ui/layout';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { NO_BEST_INTERESTS, ORDINARY, type BestInterests, type Draft } from './agreement.model';

export interface BestInterestsCardProps {
  draft: Draft;
  name: string;
  errors: ReadonlyMap<string, string>;
  onChange: (change: Partial<Draft>) => void;
}

const MATTERS = [...ORDINARY, 'SENS_SH', 'SENS_MH', 'SENS_SM', 'OFFENCE', 'DV', 'IMMIG'];

/** At 16 and 17 nobody decides for a young person unless they cannot: what was tried, whom one asked, why it is best. */
export function BestInterestsCard({ draft, name, errors, onChange }: BestInterestsCardProps) {
  const w = useWords();
  const value = draft.bestInterests ?? NO_BEST_INTERESTS;
  const set = (part: Partial<BestInterests>) => onChange({ bestInterests: { ...value, ...part } });
  return (
    <Card title={w('consent.bestInterests.title', { name })} note={w('consent.bestInterests.note', { name })}>
      <FieldStack>
        <CheckList
          name="best-interests-matters"
          label={w('consent.bestInterests.matters')}
          options={MATTERS.map((code) => ({ value: code, label: labelOf(INFORMATION_CATEGORIES, code) }))}
          value={value.matters}
          onChange={(matters) => set({ matters })}
        />
        <div>
          <CheckBox
            name="best-interests-helped"
            label={w('consent.bestInterests.helped', { name })}
            checked={value.helped}
            onChange={(helped) => set({ helped })}
          />
          <CheckBox
            name="best-interests-wishes"
            label={w('consent.bestInterests.wishes', { name })}
            checked={value.wishes}
            onChange={(wishes) => set({ wishes })}
          />
        </div>
        <TextInput
          name="best-interests-consulted"
          label={w('consent.bestInterests.consulted')}
          value={value.consulted}
          maxLength={500}
          onChange={(event) => set({ consulted: event.target.value })}
        />
        <TextArea
          name="best-interests-reasons"
          label={w('consent.bestInterests.reasons', { name })}
          hint={w('consent.bestInterests.reasonsHint')}
          value={value.reasons}
          maxLength={2000}
          error={errors.get('best-interests-reasons')}
          onChange={(event) => set({ reasons: event.target.value })}
        />
      </FieldStack>
    </Card>
  );
}
