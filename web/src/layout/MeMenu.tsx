import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { styled } from '@mui/material/styles';
import { ChevronDown } from 'lucide-react';
import { useId, useState, type MouseEvent } from 'react';
import { Link } from 'react-router';
import { useWords } from '@web/i18n/useWords';
import { useCan, useMe } from '@web/providers/me';
import { chooseTheme, useThemeChoice, type ThemeChoice } from '@web/theme/choice';
import { useProblemWords } from '@web/pages/useProblemWords';
import { Mark } from '@web/ui/Mark';
import { Notice } from '@web/ui/Notice';
import { PersonDot } from '@web/ui/PersonDot';
import type { Membership } from '@web/providers/types';
import { changeHat } from './change-hat';
import type { NavItem } from './places';
import { signOut } from '@web/providers/auth-provider';

const Opener = styled('button')({
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  padding: '4px 6px',
  border: 0,
  borderRadius: 8,
  background: 'none',
  color: 'var(--ink)',
  font: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  fontSize: '0.875rem',
  lineHeight: '1.25rem',
  maxWidth: '100%',
  '& .words': { maxWidth: '16rem', minWidth: 0 },
  '& .words > *': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& svg': { flexShrink: 0 },
  '& .words span': { color: 'var(--ink-soft)' },
  '@media (max-width: 1279px)': { '& .words': { display: 'none' } },
});
const Heading = styled('li')({
  padding: '10px 16px 2px',
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  fontWeight: 600,
  color: 'var(--ink-soft)',
});

/** "SENCO, Northway Primary"; family members have no agency. */
const hatWords = ({ jobTitle, agencyName }: Membership) => [jobTitle, agencyName].filter(Boolean).join(', ');

const THEMES: ThemeChoice[] = ['system', 'light', 'dark'];

export interface MeMenuProps {
  onKeys: () => void;
  /** Places the bar has no room for. */
  more?: readonly NavItem[];
}

/** Who I am and in which agency; here one changes hats, colours, reads the keys and signs out. */
export function MeMenu({ onKeys, more = [] }: MeMenuProps) {
  const w = useWords();
  const can = useCan();
  const { user, membership, memberships } = useMe();
  const theme = useThemeChoice();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();
  const place = hatWords(membership);
  const say = useProblemWords();
  const [failed, setFailed] = useState<string | null>(null);
  const close = (then?: () => void) => () => {
    setAnchor(null);
    setFailed(null);
    then?.();
  };
  // These end in a new page; the menu stays open only to say why they could not.
  const attempt = (work: () => Promise<void>) => () => {
    setFailed(null);
    work().catch((error: unknown) => setFailed(say(error)));
  };
  const radio = (on: boolean) => ({ role: 'menuitemradio', 'aria-checked': on });
  return (
    <>
      <Opener
        type="button"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={id}
        aria-label={w('shell.me.menu', { name: user.fullName, role: place })}
        onClick={(event: MouseEvent<HTMLElement>) => setAnchor(event.currentTarget)}
      >
        <PersonDot name={user.fullName} tone="self" size={32} />
        <span className="words">
          <strong>{user.fullName}</strong>
          <span>{place}</span>
        </span>
        <ChevronDown size={16} aria-hidden />
      </Opener>
      <Menu id={id} anchorEl={anchor} open={anchor !== null} onClose={close()}>
        {failed && (
          <li role="presentation">
            <Notice kind="red">{failed}</Notice>
          </li>
        )}
        {memberships.length > 1 && <Heading role="presentation">{w('shell.me.hats')}</Heading>}
        {memberships.length > 1 &&
          memberships.map((one) => (
            <MenuItem
              key={one.id}
              {...radio(one.id === membership.id)}
              onClick={one.id === membership.id ? close() : attempt(() => changeHat(one.id))}
            >
              <Tick on={one.id === membership.id} />
              {hatWords(one)}
            </MenuItem>
          ))}
        <Heading role="presentation">{w('shell.me.theme')}</Heading>
        {THEMES.map((choice) => (
          <MenuItem key={choice} {...radio(choice === theme)} onClick={close(() => chooseTheme(choice))}>
            <Tick on={choice === theme} />
            {w(`shell.me.${choice}`)}
          </MenuItem>
        ))}
        <Divider component="li" />
        {more.map(({ place: key, to, label }) => (
          <MenuItem key={key} component={Link} to={to} onClick={close()}>
            {w(label)}
          </MenuItem>
        ))}
        {can('create', 'safeguarding') && (
          <MenuItem component={Link} to="/safeguarding/refer" onClick={close()}>
            {w('safeguarding.menu')}
          </MenuItem>
        )}
        {can('create', 'safeguarding') && (
          <MenuItem component={Link} to="/police-notices" onClick={close()}>
            {w('policeNotices.link')}
          </MenuItem>
        )}
        {can('approve', 'restriction') && (
          <MenuItem component={Link} to="/restrictions" onClick={close()}>
            {w('shell.nav.restrictions')}
          </MenuItem>
        )}
        {can('update', 'relative') && (
          <MenuItem component={Link} to="/my-relatives" onClick={close()}>
            {w('restrictions.relatives.menu')}
          </MenuItem>
        )}
        <MenuItem onClick={close(onKeys)}>{w('shell.me.keys')}</MenuItem>
        <MenuItem onClick={attempt(signOut)}>{w('shell.me.signOut')}</MenuItem>
      </Menu>
    </>
  );
}

function Tick({ on }: { on: boolean }) {
  return <Mark name={on ? 'target' : 'ring'} tone={on ? 'teal' : 'soft'} style={{ marginRight: 12 }} />;
}
