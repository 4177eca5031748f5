import { styled } from '@mui/material/styles';
import type { UploadView } from '@encircle/shared/documents';
import { useWords } from '@web/i18n/useWords';
import { Card } from '@web/ui/Card';
import { RadioGroup } from '@web/ui/RadioGroup';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { FileField } from '@web/resources/documents/FileFieldReference';
import type { Draft } from './agreement.model';
import { SignaturePad, type Signature } from './SignaturePad';

const Two = styled('div')({
  display: 'grid',
  gap: 24,
  '& > div': { display: 'grid', gap: 16, alignContent: 'start' },
  '@media (min-width: 800px)': { gridTemplateColumns: '1fr 1fr' },
});

const METHODS = ['ON_SCREEN', 'WET_INK', 'VERBAL_RECORDED'] as const;

export interface SignCardProps {
  draft: Draft;
  giver: string;
  child: string;
  /** The giver is the child: then there is no other child's view to ask for. */
  own: boolean;
  worker: string;
  statement: string;
  signature: Signature | null;
  onSign: (signature: Signature | null) => void;
  paper: UploadView | null;
  onPaper: (paper: UploadView | null) => void;
  errors: ReadonlyMap<string, string>;
  onChange: (change: Partial<Draft>) => void;
}

/** Signature, other ways to agree, and the child's own view sit together. */
export function SignCard(props: SignCardProps) {
  const { draft, giver, child, own, worker, statement, signature, onSign, errors, onChange } = props;
  const w = useWords();
  const language = w(`consent.who.languages.${draft.language as 'en'}`);
  const interpreter = draft.interpreter
    ? w('consent.sign.withInterpreter', { name: draft.interpreter })
    : w('consent.sign.noInterpreter');
  return (
    <Card
      title={w('consent.sign.title', { name: giver })}
      note={w('consent.sign.note', { worker, version: statement, language, interpreter })}
    >
      <Two>
        <div>
          {draft.method === 'ON_SCREEN' && (
            <SignaturePad name={giver} value={signature} onChange={onSign} error={errors.get('signature')} />
          )}
          {draft.method === 'WET_INK' && (
            <FileField
              name="paperId"
              label={w('consent.sign.paper')}
              hint={w('consent.sign.paperHint')}
              value={props.paper}
              onChange={props.onPaper}
              error={errors.get('paperId')}
            />
          )}
          {draft.method === 'VERBAL_RECORDED' && (
            <TextInput
              name="witness"
              label={w('consent.sign.witness')}
              value={draft.witness}
              maxLength={120}
              error={errors.get('witness')}
              onChange={(event) => onChange({ witness: event.target.value })}
            />
          )}
        </div>
        <div>
          <RadioGroup
            name="method"
            label={w('consent.sign.method', { name: giver })}
            options={METHODS.map((method) => ({ value: method, label: w(`consent.sign.methods.${method}`) }))}
            value={draft.method}
            onChange={(method) => onChange({ method })}
          />
          {!own && (
            <TextArea
              name="childView"
              label={w('consent.sign.childView', { child })}
              hint={w('consent.sign.childViewHint')}
              rows={2}
              maxLength={2000}
              value={draft.childView}
              error={errors.get('childView')}
              onChange={(event) => onChange({ childView: event.target.value })}
            />
          )}
        </div>
      </Two>
    </Card>
  );
}
