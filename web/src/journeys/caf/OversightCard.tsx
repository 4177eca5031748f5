import type { OversightNoteView, OversightView } from '@encircle/shared/assessments';
import { formatDate, londonDate } from '@encircle/shared/dates';
import { sections as sectionsOf, type FormVersion } from '@encircle/shared/forms';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { Card, Well } from '@web/ui/Card';
import { Notice } from '@web/ui/Notice';
import { Tag } from '@web/ui/Tag';
import { Stack } from '@web/ui/layout';
import { AnswerReturn, NoteForm, OverseeForm } from './OversightForms';

interface OversightCardProps {
  /** Of a version of an assessment, or of a case: `/assessments/…`, `/episodes/…`. */
  of: string;
  /** The form of the version, for the names of its parts. */
  form?: FormVersion;
  words?: (text: string) => string;
}

/** What those in charge have said, with what may be said or answered now. Absent for whoever may not know of it. */
export function OversightCard({ of, form, words }: OversightCardProps) {
  const w = useWords();
  const query = useGet<OversightView>(`${of}/oversight`);
  if (query.error?.notFound || query.error?.status === 403) return null;
  const whole = form === undefined;
  return (
    <section id="oversight">
      <Card title={w('oversight.title')} note={w(whole ? 'oversight.caseNote' : 'oversight.note')}>
        <Loaded query={query}>
          {(view) => (
            <Stack style={{ gap: 16 }}>
              <Missing view={view} />
              {view.items.length === 0 && view.missing === null && <p>{w('oversight.none')}</p>}
              {view.items.map((note) => (
                <OneNote key={note.id} note={note} whole={whole} form={form} words={words} />
              ))}
              {view.mayWrite &&
                (form ? <OverseeForm of={of} form={form} words={words ?? String} /> : <NoteForm of={of} />)}
            </Stack>
          )}
        </Loaded>
      </Card>
    </section>
  );
}

function Missing({ view }: { view: OversightView }) {
  const w = useWords();
  if (view.missing !== true) return null;
  return (
    <Notice kind="amber">
      {view.mayWrite && view.dueOn
        ? w('oversight.missing', { date: formatDate(view.dueOn) })
        : w('oversight.missingAuthor')}
    </Notice>
  );
}

interface OneNoteProps {
  note: OversightNoteView;
  whole: boolean;
  form: FormVersion | undefined;
  words: ((text: string) => string) | undefined;
}

function OneNote({ note, whole, form, words = String }: OneNoteProps) {
  const w = useWords();
  const day = (at: string): string => formatDate(londonDate(at));
  const parts = form
    ? sectionsOf(form)
        .filter(({ key }) => note.sections.includes(key))
        .map(({ title }) => words(title))
    : [];
  return (
    <Well>
      <Stack style={{ gap: 8 }}>
        <div>
          <Standing note={note} />{' '}
          {w('oversight.by', { name: note.by, agency: note.agency ?? '', date: day(note.at) })}
          {whole && note.versionNo !== null && `, ${w('oversight.ofVersion', { number: note.versionNo })}`}
        </div>
        {note.words && <p style={{ whiteSpace: 'pre-line' }}>{note.words}</p>}
        {parts.length > 0 && <p>{w('oversight.parts', { parts: parts.join(', ') })}</p>}
        {note.answer && (
          <div>
            <strong>
              {w('oversight.answer', { name: note.answeredBy ?? '', date: day(note.answeredAt ?? note.at) })}
            </strong>
            <p style={{ whiteSpace: 'pre-line' }}>{note.answer}</p>
          </div>
        )}
        {note.mayAnswer && <AnswerReturn note={note} />}
      </Stack>
    </Well>
  );
}

function Standing({ note }: { note: OversightNoteView }) {
  const w = useWords();
  const kind = w(`oversight.kind.${note.kind as 'SEEN'}`);
  if (note.kind === 'SEEN')
    return (
      <Tag tone="good" mark="tick">
        {kind}
      </Tag>
    );
  if (note.kind !== 'RETURNED') return <Tag>{kind}</Tag>;
  return note.answer === null ? (
    <>
      <Tag tone="amber">{kind}</Tag> <Tag>{w('oversight.waits')}</Tag>
    </>
  ) : (
    <>
      <Tag>{kind}</Tag>{' '}
      <Tag tone="good" mark="tick">
        {w('oversight.answered')}
      </Tag>
    </>
  );
}
