import { styled } from '@mui/material/styles';
import { SHARING_PURPOSES } from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { Card } from '@web/ui/Card';
import { CheckBox, CheckList } from '@web/ui/CheckList';
import { DateField } from '@web/ui/DateField';
import { ErrorText } from '@web/ui/Field';
import { FieldGroup } from '@web/ui/FieldGroup';
import { Columns, FieldStack, Stack } from '@web/ui/layout';
import { Select } from '@web/ui/Select';
import { kindKey, linesOf, sentenceOf, type Draft, type OwnKind, type Row } from './agreement.model';
import { AddRecipient } from './AddRecipient';
import { EffectPanel, type AskEffects } from './EffectPanel';
import { Sentence } from './Sentence';
import { SignCard, type SignCardProps } from './SignCard';
import { topicOf, WhoMayKnow } from './WhoMayKnow';

const Kinds = styled('div')({
  padding: '0 24px 20px',
  maxWidth: '36rem',
  '@media (max-width: 599px)': { padding: 16 },
});
const Wrong = styled('div')({ padding: '0 24px' });

const PURPOSES = ['ASSESS', 'COORDINATE', 'REFER', 'PANEL', 'TRANSFER', 'EVALUATE'];
const OF_CHILD = ['SENS_MH', 'SENS_SH', 'SENS_SM', 'OFFENCE', 'DV', 'IMMIG'];
const OF_ADULT = ['ADULT', 'SENS_MH', 'SENS_SM', 'OFFENCE', 'DV', 'IMMIG'];

export interface StepShareProps extends Omit<SignCardProps, 'own'> {
  effects: AskEffects;
  giverId: string;
}

/** What, with whom and signing; the sentence above rewrites itself, the effect beside it comes before saving. */
export function StepShare(props: StepShareProps) {
  const { draft, giver, child, giverId, effects, errors, onChange } = props;
  const w = useWords();
  const own = giverId === draft.subjectId;
  const setRow = (row: Row) => onChange({ rows: draft.rows.map((old) => (old.id === row.id ? row : old)) });
  const lines = linesOf(draft).map(({ line }) => line);
  const wrong = errors.get('who-may-know');
  return (
    <Stack>
      <Sentence parts={sentenceOf(draft, giver, child)} />
      <Columns>
        <Stack>
          <Card
            id="who-may-know"
            title={w('consent.share.title')}
            note={w('consent.share.note', { name: giver })}
            flush
          >
            {wrong && (
              <Wrong>
                <ErrorText id="who-may-know-error">{wrong}</ErrorText>
              </Wrong>
            )}
            <AddRecipient rows={draft.rows} onAdd={(row) => onChange({ rows: [...draft.rows, row] })} />
            <WhoMayKnow rows={draft.rows} kinds={draft.kinds} child={child} giver={giver} onRow={setRow} />
            <Kinds>
              <AddKind draft={draft} giver={giver} giverId={giverId} child={child} onChange={onChange} />
            </Kinds>
          </Card>
          <Card>
            <FieldStack>
              <CheckList
                name="purposes"
                label={w('consent.share.purposes')}
                options={PURPOSES.map((code) => ({ value: code, label: wordsOf(code) }))}
                value={draft.purposes}
                error={errors.get('purposes')}
                onChange={(purposes) => onChange({ purposes })}
              />
              <DateField
                name="until"
                label={w('consent.share.until')}
                hint={w('consent.share.untilHint')}
                value={draft.until}
                error={errors.get('until')}
                onChange={(until) => onChange({ until })}
              />
              <FieldGroup label={w('consent.share.listingTitle')}>
                <CheckBox
                  name="listing"
                  label={w('consent.share.listing', { child })}
                  checked={draft.listing}
                  onChange={(listing) => onChange({ listing })}
                />
              </FieldGroup>
            </FieldStack>
          </Card>
          <SignCard {...props} own={own} />
        </Stack>
        <EffectPanel
          ask={effects}
          draft={{ subjectId: draft.subjectId, giverPersonId: giverId, lines }}
          giver={giver}
          until={draft.until}
        />
      </Columns>
    </Stack>
  );
}

function wordsOf(code: string): string {
  const words = SHARING_PURPOSES.rows.find((row) => row.code === code)?.words ?? code;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

interface AddKindProps {
  draft: Draft;
  giver: string;
  giverId: string;
  child: string;
  onChange: (change: Partial<Draft>) => void;
}

/** A column for what belongs to one person alone. An adult can add only what is about themself. */
function AddKind({ draft, giver, giverId, child, onChange }: AddKindProps) {
  const w = useWords();
  const adult = giverId !== draft.subjectId;
  const all: OwnKind[] = [
    ...OF_CHILD.map((category) => ({ category, about: null })),
    ...(adult ? OF_ADULT.map((category) => ({ category, about: { id: giverId, name: giver } })) : []),
  ];
  const free = all.filter((kind) => !draft.kinds.some((old) => kindKey(old) === kindKey(kind)));
  return (
    <Select
      name="addKind"
      label={w('consent.share.ownKind')}
      hint={w('consent.share.ownKindHint')}
      options={free.map((kind) => ({ value: kindKey(kind), label: topicOf(kind, child) }))}
      value=""
      onChange={(event) => {
        const kind = free.find((each) => kindKey(each) === event.target.value);
        if (kind) onChange({ kinds: [...draft.kinds, kind] });
      }}
    />
  );
}
