import { styled } from '@mui/material/styles';
import { FileDown, Printer } from 'lucide-react';
import { Link } from 'react-router';
import type { AssessmentView, CompleteAssessment, SectionView } from '@encircle/shared/assessments';
import { formatLong } from '@encircle/shared/dates';
import { section as sectionOf, type FormSection } from '@encircle/shared/forms';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Mark } from '@web/ui/Mark';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { SkeletonPage } from '@web/ui/Skeleton';
import { Actions, Stack } from '@web/ui/layout';
import { AnswerLines } from './AnswerLines';
import { Frame } from './Frame';
import { OversightCard } from './OversightCard';
import { childOf, formOf, useAssessment, useFormWords } from './useAssessment';

const Paper = styled('article')({
  background: 'var(--surface)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  padding: '8px 32px 32px',
  '& h2': { fontSize: '1.25rem', lineHeight: '1.75rem', fontWeight: 700, margin: '32px 0 8px' },
  '& h3': { fontSize: '1rem', lineHeight: '1.5rem', fontWeight: 700, margin: '20px 0 6px' },
  '& .by': { fontSize: '0.875rem', color: 'var(--ink-soft)', margin: '8px 0 4px' },
  '& .todo': { listStyle: 'none', padding: 0, margin: '8px 0', display: 'grid', gap: 4 },
  '& .todo li': { display: 'flex', gap: 8, alignItems: 'baseline' },
  '@media (max-width: 599px)': { padding: '4px 16px 20px' },
});

/** Reads like the finished document; what is missing stands where it will be, with the way to it. */
export default function ReadPage() {
  const { query, childTail } = useAssessment();
  return (
    <Loaded query={query} skeleton={<SkeletonPage />}>
      {(view) => <Reading view={view} childTail={childTail} />}
    </Loaded>
  );
}

function Reading({ view, childTail }: { view: AssessmentView; childTail: string }) {
  const w = useWords();
  const words = useFormWords(view);
  const form = formOf(view);
  const { name } = childOf(view);
  const final = view.status !== 'DRAFT';
  return (
    <Frame view={view} here={null} saved={null} childTail={childTail}>
      <PageTitle
        section
        title={final ? w('caf.version', { number: view.versionNo }) : w('caf.read.name')}
        tab={`${w('caf.barName')}, ${name}`}
        note={
          final
            ? w('caf.read.finalNote', { date: formatLong(view.completedOn ?? view.startedOn) })
            : w('caf.read.note', { name })
        }
        actions={
          <>
            <Button kind="neutral" icon={Printer} onClick={() => window.print()}>
              {w('caf.read.print')}
            </Button>
            <Button kind="neutral" icon={FileDown} to={`/assessments/${view.id}/copies${childTail}`}>
              {w('copies.title')}
            </Button>
          </>
        }
      />
      <Stack>
        {view.mayComplete && <Missing view={view} childTail={childTail} />}
        <Paper>
          {form.groups.map((group) => {
            const sections = view.sections.filter(
              (each) => sectionOf(form, each.key).group === group.key && each.key !== 'agreement',
            );
            return sections.length === 0 ? null : (
              <section key={group.key}>
                <h2>{words(group.title)}</h2>
                {sections.map((each) => (
                  <OneSection
                    key={each.key}
                    view={view}
                    section={sectionOf(form, each.key)}
                    stored={each}
                    words={words}
                    childTail={childTail}
                  />
                ))}
              </section>
            );
          })}
          {view.contentHash && <p className="by">{w('caf.read.seal', { hash: view.contentHash })}</p>}
        </Paper>
        {view.mayComplete && <Complete view={view} />}
        <OversightCard of={`/assessments/${view.id}`} form={form} words={words} />
      </Stack>
    </Frame>
  );
}

function Missing({ view, childTail }: { view: AssessmentView; childTail: string }) {
  const w = useWords();
  if (view.problems.length === 0) return null;
  return (
    <Card title={w('caf.read.missing', { smart_count: view.problems.length })}>
      <TodoLines view={view} problems={view.problems} childTail={childTail} />
    </Card>
  );
}

type Problems = AssessmentView['problems'];

function TodoLines({
  view,
  problems,
  childTail,
}: {
  view: AssessmentView;
  problems: Problems;
  childTail: string;
}) {
  const words = useFormWords(view);
  const form = formOf(view);
  return (
    <ul className="todo" style={{ listStyle: 'none', padding: 0, display: 'grid', gap: 6 }}>
      {problems.map(({ section, field, words: what }) => (
        <li key={`${section} ${field} ${what}`} style={{ display: 'flex', gap: 8, alignItems: 'baseline' }}>
          <Mark name="ring" size={14} />
          <Link to={`/assessments/${view.id}/${section}${childTail}#${field}`}>
            {words(sectionOf(form, section).title)}: {what}
          </Link>
        </li>
      ))}
    </ul>
  );
}

interface OneSectionProps {
  view: AssessmentView;
  section: FormSection;
  stored: SectionView;
  words: (text: string) => string;
  childTail: string;
}

function OneSection({ view, section, stored, words, childTail }: OneSectionProps) {
  const w = useWords();
  const problems = view.problems.filter((each) => each.section === section.key);
  const several = new Set(stored.parts.map((part) => part.savedBy)).size > 1;
  return (
    <section aria-label={words(section.title)}>
      <h3>{words(section.title)}</h3>
      {stored.parts.length === 0 && problems.length === 0 && <p className="by">{w('caf.read.empty')}</p>}
      {stored.parts.map((part) => (
        <div key={part.id}>
          {several && (
            <p className="by">{w('caf.read.by', { name: part.savedBy, agency: part.agency ?? '' })}</p>
          )}
          <AnswerLines child={childOf(view).name} section={section} answers={part.answers} words={words} />
        </div>
      ))}
      {problems.length > 0 && <TodoLines view={view} problems={problems} childTail={childTail} />}
    </section>
  );
}

function Complete({ view }: { view: AssessmentView }) {
  const w = useWords();
  const say = useProblemWords();
  const send = useSend<CompleteAssessment, AssessmentView>(`/assessments/${view.id}/complete`, {
    refresh: [`/assessments/${view.id}`, `/episodes/${view.episodeId}`],
  });
  return (
    <Stack style={{ gap: 12 }}>
      {send.error && <Notice kind="red">{send.error.detail || say(send.error)}</Notice>}
      <Actions>
        <Button
          kind="filled"
          disabled={send.isPending || view.problems.length > 0}
          onClick={() => send.mutate({ version: view.version })}
        >
          {w('caf.read.complete')}
        </Button>
        <span>{w('caf.read.completeNote', { number: view.versionNo })}</span>
      </Actions>
    </Stack>
  );
}
