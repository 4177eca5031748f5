import { useState } from 'react';
import type { IdentityFactsView, SaveIdentityFacts } from '@encircle/shared/assessments';
import { IMMIGRATION_STATUSES, RELIGIONS, type CodeList } from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { Disclosure } from '@web/ui/Disclosure';
import { Select } from '@web/ui/Select';
import { FieldStack } from '@web/ui/layout';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';

interface SeldomAskedProps {
  identity: IdentityFactsView;
  errors: Readonly<Record<string, string>>;
  set: (over: SaveIdentityFacts) => void;
}

const optionsOf = (list: CodeList) => list.rows.map(({ code, label }) => ({ value: code, label }));

/** What is asked only where it matters: folded away until somebody opens it, open where something is written. */
export function SeldomAsked({ identity, errors, set }: SeldomAskedProps) {
  const w = useWords();
  const { kinds, religion, religionText, requirements, immigration } = identity;
  const [open] = useState([religion, requirements, immigration].some(Boolean));
  return (
    <Disclosure summary={w('caf.seldom')} open={open}>
      <FieldStack>
        {kinds.includes('HEALTH') && (
          <TextArea
            name="requirements"
            label={w('caf.identity.requirements')}
            hint={w('caf.identity.requirementsHint')}
            rows={2}
            value={requirements ?? ''}
            error={errors['requirements']}
            onChange={(event) => set({ requirements: event.target.value })}
          />
        )}
        <Select
          name="religion"
          label={w('caf.identity.religion')}
          options={optionsOf(RELIGIONS)}
          value={religion ?? ''}
          error={errors['religion']}
          onChange={(event) => set({ religion: event.target.value || null })}
        />
        {religion === 'OTHER' && (
          <TextInput
            name="religionText"
            label={w('caf.identity.religionText')}
            value={religionText ?? ''}
            error={errors['religionText']}
            onChange={(event) => set({ religionText: event.target.value })}
          />
        )}
        {kinds.includes('IMMIG') && (
          <Select
            name="immigration"
            label={w('caf.identity.immigration')}
            hint={w('caf.identity.immigrationHint')}
            options={optionsOf(IMMIGRATION_STATUSES)}
            value={immigration ?? ''}
            error={errors['immigration']}
            onChange={(event) => set({ immigration: event.target.value || null })}
          />
        )}
      </FieldStack>
    </Disclosure>
  );
}
