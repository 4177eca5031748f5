import { styled } from '@mui/material/styles';
import { Search } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type Ref } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '@web/i18n/useWords';
import { Key } from '@web/ui/layout';
import { useJump, type JumpHit } from './useJump';

const Frame = styled('div')({
  position: 'relative',
  '& > .box': {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    padding: '0 10px',
    height: 40,
    border: '1px solid var(--control)',
    borderRadius: 8,
    background: 'var(--surface)',
  },
  '& > .box:focus-within': { outline: '3px solid var(--focus)', outlineOffset: 2 },
  '& input': {
    flex: 1,
    minWidth: 0,
    border: 0,
    outline: 'none',
    background: 'transparent',
    color: 'var(--ink)',
    font: 'inherit',
    fontSize: '0.9375rem',
  },
  '& input::placeholder': { color: 'var(--ink-soft)', opacity: 1 },
  '& .list': {
    position: 'absolute',
    zIndex: 20,
    top: 46,
    left: 0,
    right: 0,
    minWidth: 'min(340px, 92vw)',
    background: 'var(--surface)',
    border: '1px solid var(--control)',
    borderRadius: 8,
    padding: 4,
    maxHeight: '60vh',
    overflowY: 'auto',
  },
  '& ul': { listStyle: 'none', padding: 0 },
  '& [role="option"]': { padding: '8px 12px', borderRadius: 6, cursor: 'pointer' },
  '& [role="option"] small': { display: 'block', color: 'var(--ink-soft)', fontSize: '0.875rem' },
  '& [aria-selected="true"]': { background: 'var(--teal-pale)' },
  '& .none': { padding: '8px 12px', fontSize: '0.875rem', color: 'var(--ink-soft)' },
});

export interface JumpBoxProps {
  pages: readonly JumpHit[];
  ref?: Ref<HTMLInputElement>;
  autoFocus?: boolean;
  onDone?: () => void;
}

/** One box to go anywhere one may go: type, choose with the arrows, press Enter. */
export function JumpBox({ pages, ref, autoFocus, onDone }: JumpBoxProps) {
  const w = useWords();
  const go = useNavigate();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { hits, waiting, failed, asked } = useJump(typed, pages);
  const open = asked || hits.length > 0;

  function choose(hit: JumpHit | undefined) {
    if (!hit) return;
    setTyped('');
    onDone?.();
    void go(hit.href);
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') choose(hits[at]);
    else if (event.key === 'Escape') {
      setTyped('');
      if (!typed) onDone?.();
    } else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else return;
    event.preventDefault();
  }

  const said = failed
    ? w('shell.jump.failed')
    : waiting
      ? ''
      : hits.length
        ? w('shell.jump.found', { smart_count: hits.length })
        : w('shell.jump.none', { query: typed.trim() });

  return (
    <Frame role="search">
      <div className="box">
        <Search size={18} strokeWidth={1.75} aria-hidden />
        <input
          ref={ref}
          type="text"
          role="combobox"
          aria-label={w('shell.jump.open')}
          aria-expanded={open}
          aria-controls={id}
          aria-autocomplete="list"
          {...(open && hits[at] ? { 'aria-activedescendant': `${id}-${at}` } : {})}
          autoComplete="off"
          spellCheck={false}
          autoFocus={autoFocus}
          placeholder={w('shell.jump.label')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
        <Key aria-hidden>/</Key>
      </div>
      <div className="list" hidden={!open}>
        <ul id={id} role="listbox" aria-label={w('shell.jump.open')}>
          {hits.map((hit, index) => (
            <li
              key={`${hit.kind} ${hit.href}`}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(hit)}
            >
              {hit.label}
              <small>{hit.detail}</small>
            </li>
          ))}
        </ul>
        <p className={hits.length && !failed ? 'screen-reader' : 'none'} role="status">
          {open ? said : ''}
        </p>
      </div>
    </Frame>
  );
}
