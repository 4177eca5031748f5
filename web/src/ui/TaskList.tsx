import { styled } from '@mui/material/styles';
import { Link } from 'react-router';
import { Mark, type MarkName } from './Mark';

/** Where a part of a form stands. `added` is a colleague's work; the status word names them. */
export type TaskState = 'todo' | 'here' | 'done' | 'same' | 'added';

const MARKS: Record<TaskState, MarkName> = {
  todo: 'ring',
  here: 'target',
  done: 'tick',
  same: 'same',
  added: 'tick',
};

export interface Task {
  key: string;
  name: string;
  state: TaskState;
  /** The status in words: "to do", "looked at again", "Hana added". */
  status: string;
  to?: string;
}

const Shell = styled('div')({
  '& h2': {
    fontSize: '0.875rem',
    lineHeight: '1.25rem',
    fontWeight: 700,
    color: 'var(--ink-soft)',
    margin: '16px 0 4px',
  },
  '& ul': { listStyle: 'none', padding: 0 },
  '& a, & .line': {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) auto',
    gap: 10,
    alignItems: 'center',
    padding: '8px 8px 8px 10px',
    borderRadius: 8,
    minHeight: 36,
    fontSize: '0.9375rem',
    lineHeight: '1.25rem',
    color: 'var(--ink)',
    textDecoration: 'none',
  },
  '& a:hover': { background: 'var(--sunken)', color: 'var(--ink)' },
  '& [aria-current="step"]': { background: 'var(--teal-pale)', fontWeight: 700 },
  '& small': { fontSize: '0.875rem', fontWeight: 400, color: 'var(--ink-soft)' },
  '@media (max-width: 599px)': { '& a, & .line': { minHeight: 44 } },
});

export interface TaskListProps {
  groups: readonly { title: string; tasks: readonly Task[] }[];
}

/** Parts of a form by domain, each with mark, name and status word. */
export function TaskList({ groups }: TaskListProps) {
  return (
    <Shell>
      {groups.map(({ title, tasks }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>
            {tasks.map(({ key, name, state, status, to }) => {
              const inside = (
                <>
                  <Mark name={MARKS[state]} />
                  <span>{name}</span>
                  <small>{status}</small>
                </>
              );
              const current = state === 'here' ? { 'aria-current': 'step' as const } : {};
              return (
                <li key={key}>
                  {to ? (
                    <Link to={to} {...current}>
                      {inside}
                    </Link>
                  ) : (
                    <span className="line" {...current}>
                      {inside}
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </Shell>
  );
}
