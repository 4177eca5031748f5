import type { AgreementSubjectView, PossibleGiverView } from '@encircle/shared/consents';
import { INFORMATION_CATEGORIES, RELATIONSHIPS, labelOf } from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { Card } from '@web/ui/Card';
import { CheckBox, CheckList } from '@web/ui/CheckList';
import { DateField } from '@web/ui/DateField';
import { FieldStack } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { BestInterestsCard } from './BestInterestsCard';
import { ORDINARY, type Draft } from './agreement.model';

const LANGUAGES = ['en', 'cy', 'pl', 'ro', 'ur', 'pa', 'bn', 'so', 'ar', 'pt', 'uk', 'bfi'] as const;
const MATTERS = [...ORDINARY, 'SENS_SH', 'SENS_MH', 'SENS_SM', 'OFFENCE', 'DV', 'IMMIG'];

export interface StepProps {
  draft: Draft;
  subject: AgreementSubjectView;
  subjects: readonly AgreementSubjectView[];
  giver: PossibleGiverView | undefined;
  errors: ReadonlyMap<string, string>;
  onChange: (change: Partial<Draft>) => void;
}

/** A child under 16 who decides needs the questions; others need none. */
export const needsCompetence = (giver: PossibleGiverView | undefined): boolean =>
  giver?.relation === 'SELF' && !giver.entitled;

/** Who agrees, about whom, on which day, in which language. */
export function StepWho({ draft, subject, subjects, giver, errors, onChange }: StepProps) {
  const w = useWords();
  return (
    <>
      <Card>
        <FieldStack>
          {subjects.length > 1 && (
            <RadioGroup
              name="subjectId"
              label={w('consent.who.child')}
              options={subjects.map(({ personId, name }) => ({ value: personId, label: name }))}
              value={draft.subjectId}
              onChange={(subjectId) => onChange({ subjectId, giverId: '', rows: [], kinds: [] })}
            />
          )}
          <RadioGroup
            name="giverPersonId"
            label={w('consent.who.giver')}
            hint={w('consent.who.giverHint')}
            options={subject.givers.map((each) => optionOf(each, w('consent.who.self')))}
            value={draft.giverId}
            error={errors.get('giverPersonId')}
            onChange={(giverId) => onChange({ giverId, rows: [], kinds: [] })}
          />
          <DateField
            name="givenOn"
            label={w('consent.who.givenOn')}
            value={draft.givenOn}
            error={errors.get('givenOn')}
            onChange={(givenOn) => onChange({ givenOn })}
          />
          <Select
            name="language"
            label={w('consent.who.language')}
            options={LANGUAGES.map((code) => ({ value: code, label: w(`consent.who.languages.${code}`) }))}
            empty={false}
            value={draft.language}
            onChange={(event) => onChange({ language: event.target.value })}
          />
          <TextInput
            name="interpreter"
            label={w('consent.who.interpreter')}
            optional={w('consent.who.ifUsed')}
            value={draft.interpreter}
            maxLength={120}
            onChange={(event) => onChange({ interpreter: event.target.value })}
          />
        </FieldStack>
      </Card>
      {needsCompetence(giver) && (
        <Competence draft={draft} name={subject.name} errors={errors} onChange={onChange} />
      )}
      {giver?.bestInterests && (
        <BestInterestsCard draft={draft} name={subject.name} errors={errors} onChange={onChange} />
      )}
    </>
  );
}

function optionOf(giver: PossibleGiverView, self: string) {
  const relation = giver.relation === 'SELF' ? self : labelOf(RELATIONSHIPS, giver.relation);
  return {
    value: giver.personId,
    label: `${giver.name}, ${relation.charAt(0).toLowerCase()}${relation.slice(1)}`,
    ...(giver.reason ? { hint: giver.reason } : {}),
  };
}

/** The questions where a young person decides: each matter, each point, and how the worker knows. */
function Competence({
  draft,
  name,
  errors,
  onChange,
}: Pick<StepProps, 'draft' | 'errors' | 'onChange'> & { name: string }) {
  const w = useWords();
  const { competence } = draft;
  const set = (part: Partial<Draft['competence']>) => onChange({ competence: { ...competence, ...part } });
  return (
    <Card title={w('consent.competence.title', { name })} note={w('consent.competence.note')}>
      <FieldStack>
        <CheckList
          name="matters"
          label={w('consent.competence.matters')}
          options={MATTERS.map((code) => ({ value: code, label: labelOf(INFORMATION_CATEGORIES, code) }))}
          value={competence.matters}
          error={errors.get('matters')}
          onChange={(matters) => set({ matters })}
        />
        <div>
          {(['what', 'who', 'outcome', 'free'] as const).map((point) => (
            <CheckBox
              key={point}
              name={`competence-${point}`}
              label={w(`consent.competence.${point}`, { name })}
              checked={competence[point]}
              onChange={(on) => set({ [point]: on })}
            />
          ))}
        </div>
        <TextArea
          name="competence-reasons"
          label={w('consent.competence.reasons')}
          hint={w('consent.competence.reasonsHint', { name })}
          value={competence.reasons}
          error={errors.get('competence-reasons')}
          onChange={(event) => set({ reasons: event.target.value })}
        />
      </FieldStack>
    </Card>
  );
}
