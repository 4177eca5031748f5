import { styled } from '@mui/material/styles';
import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { AssessmentView } from '@encircle/shared/assessments';
import { useBarName } from '@web/layout/bar-name';
import { ChildSwitch } from '@web/layout/ChildSwitch';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { SavedLine, type SavedState } from '@web/ui/SavedLine';
import { TaskList } from '@web/ui/TaskList';
import { partOf, taskGroups } from './tasks.model';
import { childOf, formOf, useFormWords } from './useAssessment';

const Strip = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '8px 24px',
  margin: '0 -64px',
  padding: '12px 64px',
  background: 'var(--surface)',
  borderBottom: '1px solid var(--line)',
  '& .where': { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', alignItems: 'center', flex: '1 1 auto' },
  '& .where a': { display: 'inline-flex', gap: 6, alignItems: 'center', minHeight: 24 },
  '& .where span': { color: 'var(--ink-soft)' },
  '@media (max-width: 1279px)': { margin: '0 -32px', padding: '12px 32px' },
  '@media (max-width: 599px)': {
    margin: '0 -16px',
    padding: '8px 16px',
    '& .stop, & .where span': { display: 'none' },
  },
});
const Whose = styled('div')({ padding: '12px 0' });
const Grid = styled('div')({
  display: 'grid',
  gap: '0 32px',
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignItems: 'start',
  '@media (min-width: 900px)': { gridTemplateColumns: '264px minmax(0, 1fr)' },
  '@media (min-width: 1280px)': {
    gridTemplateColumns: '264px minmax(0, 1fr)',
    '&[data-beside]': { gridTemplateColumns: '264px minmax(0, 1fr) 316px' },
  },
  '& .beside': { paddingTop: 28, '@media (max-width: 1279px)': { gridColumn: '-2 / -1' } },
});
const Nav = styled('nav')({
  paddingTop: 12,
  '& .fold': { display: 'none' },
  '@media (max-width: 899px)': {
    paddingTop: 16,
    '& .fold': { display: 'flex', width: '100%', justifyContent: 'space-between', minHeight: 48 },
    '& .list[data-folded]': { display: 'none' },
  },
});
const FoldButton = styled('button')({
  alignItems: 'center',
  padding: '0 16px',
  border: '1px solid var(--control)',
  borderRadius: 8,
  background: 'var(--surface)',
  color: 'var(--ink)',
  font: 'inherit',
  fontWeight: 600,
  cursor: 'pointer',
  '& span': { display: 'inline-flex', gap: 8, alignItems: 'center' },
});

export interface FrameProps {
  view: AssessmentView;
  /** Key of the section that is open; null on the reading page. */
  here: string | null;
  saved: SavedState | null;
  childTail: string;
  children: ReactNode;
  /** The version before, on a wide screen beside the section. */
  beside?: ReactNode;
}

/** What stands round every page of the journey: where one is, whether it is saved, and the list of parts. */
export function Frame({ view, here, saved, childTail, children, beside }: FrameProps) {
  const w = useWords();
  const child = childOf(view);
  const [, setSearch] = useSearchParams();
  useBarName(w('caf.barName'));
  return (
    <>
      <Strip>
        <div className="where">
          <Link to={`/cases/${view.episodeId}`}>
            <ArrowLeft size={18} aria-hidden />
            {[view.identity?.names ?? child.name, child.age]
              .filter((part) => part !== null && part !== '')
              .join(', ')}
          </Link>
          <span>{w('caf.version', { number: view.versionNo })}</span>
        </div>
        <SavedLine state={saved} />
        <span className="stop">
          <Button kind="neutral" to={`/cases/${view.episodeId}`}>
            {w('caf.stop')}
          </Button>
        </span>
      </Strip>
      {view.children.length > 1 && (
        <Whose>
          <ChildSwitch
            items={view.children}
            value={view.subjectId}
            onChange={(child) => setSearch({ child: child ?? view.subjectId })}
            oneOnly
          />
        </Whose>
      )}
      <Grid {...(beside ? { 'data-beside': '' } : {})}>
        <Parts view={view} here={here} childTail={childTail} />
        <div>{children}</div>
        {beside && <div className="beside">{beside}</div>}
      </Grid>
    </>
  );
}

function Parts({ view, here, childTail }: Pick<FrameProps, 'view' | 'here' | 'childTail'>) {
  const w = useWords();
  const words = useFormWords(view);
  const form = formOf(view);
  const [open, setOpen] = useState(false);
  const base = `/assessments/${view.id}`;
  const writable = view.status === 'DRAFT';
  const groups = taskGroups(form, view, here).map(({ title, tasks }) => ({
    title: words(title),
    tasks: tasks.map(({ key, title: name, state, word, by }) => ({
      key,
      name: words(name),
      state,
      status: w(`caf.status.${word}`, { name: by }),
      ...(writable ? { to: `${base}/${key}${childTail}` } : {}),
    })),
  }));
  const reading = {
    key: 'read',
    name: w('caf.read.name'),
    state: here === null ? ('here' as const) : ('todo' as const),
    status: here === null ? w('caf.status.here') : w('caf.status.todo'),
    to: `${base}/read${childTail}`,
  };
  const last = groups.at(-1);
  const all = last ? [...groups.slice(0, -1), { ...last, tasks: [...last.tasks, reading] }] : groups;
  const place = here === null ? null : partOf(form, view, here);
  return (
    <Nav aria-label={w('caf.parts')}>
      <FoldButton type="button" className="fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span>{place ? w('caf.partOf', place) : w('caf.read.name')}</span>
        <span>
          {w('caf.seeAll')}
          {open ? <ChevronUp size={20} aria-hidden /> : <ChevronDown size={20} aria-hidden />}
        </span>
      </FoldButton>
      <div className="list" {...(open ? {} : { 'data-folded': '' })}>
        <TaskList groups={all} />
      </div>
    </Nav>
  );
}
