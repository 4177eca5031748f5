import { styled } from '@mui/material/styles';
import type { StatementView } from '@encircle/shared/consents';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { Card } from '@web/ui/Card';
import { CheckBox } from '@web/ui/CheckList';
import { FieldGroup } from '@web/ui/FieldGroup';
import type { Draft } from './agreement.model';

const Spoken = styled('div')({
  background: 'var(--voice)',
  borderLeft: '3px solid var(--voice-bar)',
  borderRadius: '0 8px 8px 0',
  padding: '16px 24px',
  fontFamily: 'var(--voice-face)',
  fontSize: '1.125rem',
  lineHeight: '1.75rem',
  maxWidth: '44rem',
  '& h3': { fontSize: '1.125rem', fontWeight: 600 },
  '& div + div': { marginTop: 16 },
});

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
  const statement = useGet<StatementView>('/consent-statements/current', { language: draft.language });
  return (
    <>
      <Loaded query={statement}>
        {({ version, body }) => (
          <Card title={w('consent.talk.title')} note={w('consent.talk.note', { version })}>
            <Spoken>
              {body.split(/\n\s*\n/).map((section) => {
                const [head = '', ...rest] = section.split('\n');
                return (
                  <div key={head}>
                    <h3>{head}</h3>
                    <p>{rest.join(' ')}</p>
                  </div>
                );
              })}
            </Spoken>
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
