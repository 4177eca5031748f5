import type { StatementOffersView } from '@encircle/shared/consents';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { Card } from '@web/ui/Card';
import { CheckBox } from '@web/ui/CheckList';
import { FieldGroup } from '@web/ui/FieldGroup';
import { Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import type { Draft } from './agreement.model';
import { StatementText } from './StatementText';
import { useStatement } from './useStatement';

const POINTS = ['recording', 'sharing', 'withoutAgreement'] as const;

export interface StepTalkProps {
  draft: Draft;
  giver: string;
  errors: ReadonlyMap<string, string>;
  onChange: (change: Partial<Draft>) => void;
}

/** The wording read aloud; what was understood is answered point by point. */
export function StepTalk({ draft, giver, errors, onChange }: StepTalkProps) {
  const w = useWords();
  const statement = useStatement(draft);
  const offers = useGet<StatementOffersView>('/consent-statements/offered');
  const hasEasy = offers.data?.items.some(
    ({ language, form }) => form === 'EASY_READ' && language === statement.data?.language,
  );
  return (
    <>
      <Loaded query={statement}>
        {(shown) => (
          <Card title={w('consent.talk.title')} note={w('consent.talk.note', { version: shown.version })}>
            <Stack>
              {shown.language !== draft.language && (
                <Notice kind="info">
                  {w('consent.talk.notInLanguage', {
                    language: w(`consent.who.languages.${draft.language as 'en'}`),
                  })}
                </Notice>
              )}
              <StatementText statement={shown} />
              {(hasEasy || draft.easyRead) && (
                <CheckBox
                  name="easyRead"
                  label={w('consent.talk.easyRead')}
                  checked={draft.easyRead}
                  onChange={(easyRead) => onChange({ easyRead })}
                />
              )}
            </Stack>
          </Card>
        )}
      </Loaded>
      <Card>
        <FieldGroup
          id="understood"
          label={w('consent.talk.understood')}
          error={POINTS.map((point) => errors.get(`understood-${point}`)).find(Boolean)}
        >
          {POINTS.map((point) => (
            <div key={point} id={`understood-${point}`} tabIndex={-1}>
              <CheckBox
                name={`understood.${point}`}
                label={w(`consent.talk.${point}`, { name: giver })}
                checked={draft.understood[point]}
                onChange={(on) => onChange({ understood: { ...draft.understood, [point]: on } })}
              />
            </div>
          ))}
        </FieldGroup>
      </Card>
    </>
  );
}
