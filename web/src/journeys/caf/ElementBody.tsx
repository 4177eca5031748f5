import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { codeListNamed } from '@encircle/shared/codes';
import { furtherFields, type FormField } from '@encircle/shared/forms';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Chip, ChipRow } from '@web/ui/Chip';
import { Scale0to10 } from '@web/ui/Scale';
import { Select } from '@web/ui/Select';
import { TextArea } from '@web/ui/TextArea';
import { TextInput } from '@web/ui/TextInput';
import { Voice } from '@web/ui/Voice';
import { answerOf, listIn, textIn, type BodyProps } from './body.types';
import { FormFieldView } from './FormFieldView';
import { withAnswer } from './section-text.model';
import { childOf } from './useAssessment';
import { WhoSaid } from './WhoSaid';

const Columns = styled('div')({
  display: 'grid',
  gap: 24,
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignItems: 'start',
  // The two boxes stand on one line however long their hints are: label, hint, box and chips share their rows.
  '@media (min-width: 760px)': {
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gridTemplateRows: 'repeat(4, auto)',
    rowGap: 4,
    '& > div': { display: 'grid', gridRow: 'span 4', gridTemplateRows: 'subgrid', rowGap: 4 },
    '& > div > div:first-of-type': {
      display: 'grid',
      gridRow: 'span 3',
      gridTemplateRows: 'subgrid',
      rowGap: 4,
    },
    '& textarea': { minHeight: '100%', boxSizing: 'border-box', marginTop: 0 },
  },
});
const Box = styled('div')({ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' });
const Prompts = styled('details')({
  '& summary': { cursor: 'pointer', fontWeight: 600, color: 'var(--teal)', minHeight: 24 },
  '& ul': { paddingLeft: 20, marginTop: 8, color: 'var(--ink-soft)' },
});

/** One part of the assessment: the child's words on top, strengths left of needs, then how big the worry is. */
export function ElementBody(props: BodyProps) {
  const { section, text, setText, words, view, before, beforeOn } = props;
  const w = useWords();
  const field = (key: string): FormField => {
    const found = section.fields.find((each) => each.key === key);
    if (!found) throw new Error(`the section ${section.key} has no field ${key}`);
    return found;
  };
  const set = (key: string) => (value: string | number | string[] | null) =>
    setText((now) => withAnswer(now, key, value));
  const status = textIn(text.answers['status']);
  const setAside = status === 'NOT_RELEVANT' || status === 'NOT_EXPLORED';
  const rating = text.answers['needRating'];
  const rated = answerOf(before, 'needRating');
  return (
    <>
      <OwnWords {...props} />
      {!setAside && (
        <>
          <Columns>
            {(['strengths', 'needs'] as const).map((key) => (
              <Box key={key}>
                <TextArea
                  name={key}
                  label={words(field(key).label)}
                  hint={hintOf(field(key), words, w('caf.element.hints', { good: '%g', poor: '%p' }))}
                  rows={7}
                  value={textIn(text.answers[key])}
                  onChange={(event) => set(key)(event.target.value)}
                />
                <WhoSaid
                  view={view}
                  label={w('caf.element.whoSaid')}
                  spoken={w(key === 'needs' ? 'caf.element.whoSaidNeeds' : 'caf.element.whoSaidStrengths')}
                  id={`${key}Sources`}
                  value={listIn(text.answers[`${key}Sources`])}
                  onChange={set(`${key}Sources`)}
                />
              </Box>
            ))}
          </Columns>
          <Scale0to10
            name="needRating"
            label={words(field('needRating').label)}
            hint={w('caf.element.scaleHint')}
            value={typeof rating === 'number' ? rating : null}
            onChange={set('needRating')}
            low={w('caf.element.low')}
            high={w('caf.element.high')}
            {...(typeof rated === 'number' && beforeOn ? { before: { score: rated, date: beforeOn } } : {})}
          />
          {typeof rating === 'number' && (
            <Select
              name="ratedBy"
              label={words(field('ratedBy').label)}
              options={(codeListNamed('raters')?.rows ?? []).map(({ code, label }) => ({
                value: code,
                label,
              }))}
              value={textIn(text.answers['ratedBy'])}
              onChange={(event) => set('ratedBy')(event.target.value)}
            />
          )}
          <More {...props} />
        </>
      )}
      {furtherFields(section).map((each) => (
        <FormFieldView
          key={each.key}
          field={each}
          id={each.key}
          words={words}
          value={text.answers[each.key] ?? null}
          onChange={(value) => setText((now) => withAnswer(now, each.key, value))}
        />
      ))}
      <Status status={status} onChoose={set('status')} />
      {status === 'NOT_EXPLORED' && (
        <TextInput
          name="statusReason"
          label={words(field('statusReason').label)}
          value={textIn(text.answers['statusReason'])}
          onChange={(event) => set('statusReason')(event.target.value)}
        />
      )}
      {section.prompts && section.prompts.length > 0 && (
        <Prompts>
          <summary>{w('caf.element.prompts')}</summary>
          <ul>
            {promptsFor(section, childOf(view).age).map((prompt) => (
              <li key={prompt}>{words(prompt)}</li>
            ))}
          </ul>
        </Prompts>
      )}
    </>
  );
}

/** The section's prompts with those for the youngest (under 5) or for teenagers. */
function promptsFor(section: BodyProps['section'], age: number | null): readonly string[] {
  const young = age !== null && age < 5 ? (section.promptsYoung ?? []) : [];
  const older = age !== null && age >= 12 ? (section.promptsOlder ?? []) : [];
  return [...(section.prompts ?? []), ...young, ...older];
}

function hintOf(field: FormField, words: (text: string) => string, examples: string): string {
  const { hint = '', good, poor } = field;
  const shown = good && poor ? examples.replace('%g', words(good)).replace('%p', words(poor)) : '';
  return [words(hint), shown].filter(Boolean).join(' ');
}

/** The child's words for this part, as they were said. */
function OwnWords({ text, setText, view, section, words }: BodyProps) {
  const w = useWords();
  const { name } = childOf(view);
  const said = textIn(text.answers['childView']);
  const secret = textIn(text.answers['childViewPrivate']);
  const [open, setOpen] = useState(false);
  const [secretOpen, setSecretOpen] = useState(secret !== '');
  const label = (key: string) => words(section.fields.find((each) => each.key === key)?.label ?? '');
  const hint = (key: string) => words(section.fields.find((each) => each.key === key)?.hint ?? '');
  const set = (key: string) => (value: string) => setText((now) => withAnswer(now, key, value));
  return (
    <Box>
      {said !== '' && !open && (
        <Voice
          words={said}
          from={
            <>
              {w('caf.element.voiceFrom', { name })}{' '}
              <Button size="small" kind="quiet" onClick={() => setOpen(true)}>
                {w('caf.element.changeVoice')}
              </Button>
            </>
          }
        />
      )}
      {open && (
        <TextArea
          name="childView"
          label={label('childView')}
          hint={hint('childView')}
          rows={3}
          autoFocus
          value={said}
          onChange={(event) => set('childView')(event.target.value)}
        />
      )}
      {secretOpen && (
        <TextArea
          name="childViewPrivate"
          label={label('childViewPrivate')}
          hint={hint('childViewPrivate')}
          rows={3}
          value={secret}
          onChange={(event) => set('childViewPrivate')(event.target.value)}
        />
      )}
      {(!secretOpen || (said === '' && !open)) && (
        <div>
          {said === '' && !open && (
            <Button size="small" kind="neutral" onClick={() => setOpen(true)}>
              {w('caf.element.addVoice', { name })}
            </Button>
          )}{' '}
          {!secretOpen && (
            <Button size="small" kind="quiet" onClick={() => setSecretOpen(true)}>
              {w('caf.element.privateOpen')}
            </Button>
          )}
        </div>
      )}
    </Box>
  );
}

function More({ text, setText, section, words }: BodyProps) {
  const w = useWords();
  const fields = section.fields.filter((each) => each.key === 'parentView' || each.key === 'opinion');
  const some = fields.some((each) => textIn(text.answers[each.key]) !== '');
  return (
    <Prompts {...(some ? { open: true } : {})}>
      <summary>{w('caf.element.more')}</summary>
      <Box>
        {fields.map((each) => (
          <TextArea
            key={each.key}
            name={each.key}
            label={words(each.label)}
            hint={each.hint && words(each.hint)}
            rows={3}
            value={textIn(text.answers[each.key])}
            onChange={(event) => setText((now) => withAnswer(now, each.key, event.target.value))}
          />
        ))}
      </Box>
    </Prompts>
  );
}

function Status({ status, onChoose }: { status: string; onChoose: (value: string | null) => void }) {
  const w = useWords();
  const chip = (code: string, label: string) => (
    <Chip on={status === code} onClick={() => onChoose(status === code ? null : code)}>
      {label}
    </Chip>
  );
  return (
    <div id="status" tabIndex={-1}>
      <ChipRow label={w('caf.element.nothing')}>
        <span>{w('caf.element.nothing')}</span>
        {chip('NOT_RELEVANT', w('caf.element.notRelevant'))}
        {chip('NOT_EXPLORED', w('caf.element.notExplored'))}
      </ChipRow>
    </div>
  );
}
