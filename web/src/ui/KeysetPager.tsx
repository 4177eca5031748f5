import { styled } from '@mui/material/styles';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useWords } from '@web/i18n/useWords';
import { Button } from './Button';

const Nav = styled('nav')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 12,
  alignItems: 'center',
  fontSize: '0.875rem',
  color: 'var(--ink-soft)',
});

export interface KeysetPagerProps {
  /** First and last row on this page, counted from 1. */
  from: number;
  to: number;
  /** A number, "1000+", or nothing when it is not counted. */
  total?: number | string | null;
  /** Left out on the first page. */
  onPrevious?: (() => void) | undefined;
  /** Left out on the last page. */
  onNext?: (() => void) | undefined;
}

/** Earlier and next page of a list that is read by cursor; there are no page numbers to jump to. */
export function KeysetPager({ from, to, total, onPrevious, onNext }: KeysetPagerProps) {
  const w = useWords();
  const known = total !== null && total !== undefined;
  return (
    <Nav aria-label={w('ui.pages')}>
      <span role="status">
        {known ? w('ui.showingOf', { from, to, total }) : w('ui.showing', { from, to })}
      </span>
      {onPrevious && (
        <Button kind="neutral" size="small" icon={ArrowLeft} onClick={onPrevious}>
          {w('ui.previous')}
        </Button>
      )}
      {onNext && (
        <Button kind="neutral" size="small" iconAfter={ArrowRight} onClick={onNext}>
          {w('ui.next')}
        </Button>
      )}
    </Nav>
  );
}
