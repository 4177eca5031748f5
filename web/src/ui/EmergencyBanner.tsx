import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useWords } from '@web/i18n/useWords';
import { Button } from './Button';
import { Mark } from './Mark';
import { Tag } from './Tag';

const Shell = styled('section')({
  position: 'sticky',
  top: 64,
  zIndex: 5,
  background: 'var(--surface)',
  border: '2px solid var(--plum-mark)',
  borderRadius: 8,
  padding: '16px 22px',
  '& h2': { display: 'flex', gap: 10, alignItems: 'center', fontSize: '1rem', lineHeight: '1.5rem' },
  '& .foot': { display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center', marginTop: 12 },
});

export interface EmergencyBannerProps {
  /** What is looked at, until when, who was told, that it will be checked. */
  children: ReactNode;
  minutesLeft: number;
  onStop: () => void;
}

/** Stands on the screen during the whole emergency view; plum is used for nothing else. */
export function EmergencyBanner({ children, minutesLeft, onStop }: EmergencyBannerProps) {
  const w = useWords();
  return (
    <Shell role="region" aria-label={w('ui.emergency.title')}>
      <h2>
        <Mark name="alert-diamond" size={20} />
        {w('ui.emergency.title')}
      </h2>
      <p>{children}</p>
      <div className="foot">
        <Tag tone="plum">{w('ui.emergency.minutes', { smart_count: minutesLeft })}</Tag>
        <Button kind="neutral" size="small" onClick={onStop}>
          {w('ui.emergency.stop')}
        </Button>
      </div>
    </Shell>
  );
}
