import { styled } from '@mui/material/styles';
import { NavLink, useNavigate, useLocation } from 'react-router';
import { Select } from './Select';

const Nav = styled('nav')({
  display: 'flex',
  gap: 4,
  overflowX: 'auto',
  '& a': {
    flex: 'none',
    padding: '12px 14px 13px',
    color: 'var(--ink-soft)',
    textDecoration: 'none',
    borderBottom: '3px solid transparent',
    lineHeight: '1.25rem',
  },
  '& a:hover': { color: 'var(--teal-deep)' },
  '& a:focus-visible': { outlineOffset: -3 },
  '& a[aria-current="page"]': { color: 'var(--ink)', fontWeight: 700, borderBottomColor: 'var(--teal)' },
  '@media (max-width: 599px)': { display: 'none' },
});
const Phone = styled('div')({ '@media (min-width: 600px)': { display: 'none' } });

export interface Tab {
  to: string;
  label: string;
  /** Only this address itself, not those under it. */
  end?: boolean;
}

export interface TabsProps {
  /** What the tabs are parts of; the name of the navigation and of the phone's choice. */
  label: string;
  /** A tab that may not be seen is left out, never grey. */
  tabs: readonly Tab[];
}

/** Parts of a record, each with its own address. A choice from a list on a phone. */
export function Tabs({ label, tabs }: TabsProps) {
  const { pathname } = useLocation();
  const go = useNavigate();
  const here = tabs.findLast(({ to, end }) => (end ? pathname === to : pathname.startsWith(to)));
  return (
    <>
      <Nav aria-label={label}>
        {tabs.map(({ to, label: name, end }) => (
          <NavLink key={to} to={to} {...(end ? { end } : {})}>
            {name}
          </NavLink>
        ))}
      </Nav>
      <Phone>
        <Select
          label={label}
          empty={false}
          options={tabs.map(({ to, label: name }) => ({ value: to, label: name }))}
          value={here?.to ?? ''}
          onChange={(event) => void go(event.target.value)}
        />
      </Phone>
    </>
  );
}
