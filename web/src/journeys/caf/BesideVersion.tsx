import { styled } from '@mui/material/styles';
import { Lock } from 'lucide-react';
import { Link } from 'react-router';
import { textDifference, type AssessmentView } from '@encircle/shared/assessments';
import { formatLong } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { Voice } from '@web/ui/Voice';
import { answerOf, textIn, type BodyProps } from './body.types';
import { childOf, formOf } from './useAssessment';

const Shell = styled('details')({
  background: 'var(--surface)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  '& > summary': { padding: 16, cursor: 'pointer', fontWeight: 600, minHeight: 24 },
  '& .head': { padding: 16, borderBottom: '1px solid var(--line)' },
  '& .head div': { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 8 },
  '& h2': { fontSize: '1.125rem', lineHeight: '1.5rem', fontWeight: 700 },
  '& h3': { fontSize: '0.9375rem', lineHeight: '1.375rem', fontWeight: 700 },
  '& .final': {
    display: 'inline-flex',
    gap: 6,
    alignItems: 'center',
    background: 'var(--sunken)',
    borderRadius: 6,
    padding: '1px 8px',
    fontSize: '0.875rem',
    fontWeight: 600,
  },
  '& .soft, & .foot': { color: 'var(--ink-soft)', fontSize: '0.875rem', lineHeight: '1.25rem' },
  '& .body': { display: 'grid', gap: 16, padding: 16, fontSize: '0.9375rem', lineHeight: '1.375rem' },
  '& .foot': { padding: 16, borderTop: '1px solid var(--line)' },
  '& del': { background: 'var(--sunken)', color: 'var(--ink-soft)' },
  '@media (min-width: 1280px)': { '& > summary': { display: 'none' } },
});

export interface BesideVersionProps extends BodyProps {
  previous: AssessmentView;
}

/** The version before, final and locked, with what was taken out since struck through. Folds on a narrow screen. */
export function BesideVersion({ previous, before, view, section, text, words }: BesideVersionProps) {
  const w = useWords();
  const date = formatLong(previous.completedOn ?? previous.startedOn);
  const wide = typeof window !== 'undefined' && window.matchMedia('(min-width: 1280px)').matches;
  const said = textIn(answerOf(before, 'childView'));
  const then = formOf(previous).sections.find((each) => each.key === section.key);
  // Asked in this version and not in the one before: nothing to compare it with.
  const asked = section.fields.filter((field) => !then?.fields.some((each) => each.key === field.key));
  const empty = (before?.parts.length ?? 0) === 0;
  const compared = section.fields.filter(
    (field) => (field.type === 'LONG_TEXT' || field.type === 'TEXT') && field.key !== 'childView',
  );
  return (
    <Shell open={wide}>
      <summary>{w('caf.before.show', { number: previous.versionNo, date })}</summary>
      <div className="head">
        <div>
          <h2>{w('caf.before.title', { number: previous.versionNo })}</h2>
          <span className="final">
            <Lock size={14} aria-hidden /> {w('caf.before.final')}
          </span>
        </div>
        <p className="soft">{w('caf.before.when', { date, name: previous.startedBy })}</p>
      </div>
      <div className="body">
        {empty && <p>{w('caf.before.nothing')}</p>}
        {asked.length > 0 && (
          <div>
            <h3>{w('caf.before.newQuestions')}</h3>
            <ul style={{ paddingLeft: 20 }}>
              {asked.map((field) => (
                <li key={field.key}>{words(field.label)}</li>
              ))}
            </ul>
          </div>
        )}
        {compared.map((field) => {
          const then = textIn(answerOf(before, field.key));
          return then === '' ? null : (
            <div key={field.key}>
              <h3>{words(field.label)}</h3>
              <Compared before={then} now={textIn(text.answers[field.key])} />
            </div>
          );
        })}
        <Score before={answerOf(before, 'needRating')} now={text.answers['needRating']} />
        {said && <Voice words={said} from={childOf(view).name} />}
      </div>
      <p className="foot">
        <del>{w('caf.before.struck')}</del>: {w('caf.before.struckMeans', { number: view.versionNo })}{' '}
        <Link to={`/assessments/${previous.id}/read`}>{w('caf.before.full')}</Link>
      </p>
    </Shell>
  );
}

/** The text of then: what is no longer said is struck through, and said to be taken out for those who hear it. */
function Compared({ before, now }: { before: string; now: string }) {
  const w = useWords();
  return (
    <p style={{ whiteSpace: 'pre-line' }}>
      {textDifference(before, now)
        .filter((run) => run.kind !== 'NEW')
        .map((run, index) =>
          run.kind === 'GONE' ? (
            <span key={index}>
              <span className="screen-reader">{w('caf.before.gone')} </span>
              <del>{run.text}</del>
              <span className="screen-reader"> {w('caf.before.goneEnd')} </span>
            </span>
          ) : (
            <span key={index}>{run.text}</span>
          ),
        )}
    </p>
  );
}

function Score({ before, now }: { before: unknown; now: unknown }) {
  const w = useWords();
  if (typeof before !== 'number') return null;
  const step = typeof now === 'number' ? now - before : null;
  const words =
    step === null || typeof now !== 'number'
      ? ''
      : step === 0
        ? w('caf.before.unchanged')
        : w(step < 0 ? 'caf.before.smaller' : 'caf.before.bigger', { now, smart_count: Math.abs(step) });
  return (
    <div>
      <h3>{w('caf.before.worry')}</h3>
      <p>
        <strong>{before}</strong> <span className="soft">{words}</span>
      </p>
    </div>
  );
}
