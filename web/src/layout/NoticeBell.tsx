import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { styled } from '@mui/material/styles';
import { Bell } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import type { NoticeList } from '@encircle/shared/notices';
import { useWords } from '@web/i18n/useWords';
import { queryKey, useGet } from '@web/providers/useGet';

const Ring = styled(Link)({
  position: 'relative',
  display: 'grid',
  placeItems: 'center',
  width: 44,
  height: 44,
  flex: 'none',
  borderRadius: 8,
  color: 'var(--ink)',
  '& .new': {
    position: 'absolute',
    top: 4,
    right: 2,
    minWidth: 18,
    height: 18,
    padding: '0 4px',
    boxSizing: 'border-box',
    borderRadius: 9,
    background: 'var(--teal)',
    color: 'var(--surface)',
    fontSize: '0.75rem',
    lineHeight: '18px',
    fontWeight: 700,
    textAlign: 'center',
  },
});

const MOST = 9;

/**
 * How many notices are new. Asked again when somebody goes to another page, never by a clock: a page left open must not
 * keep its session alive.
 */
export function NoticeBell() {
  const w = useWords();
  const { pathname } = useLocation();
  const client = useQueryClient();
  const { data } = useGet<NoticeList>('/my/notices');
  useEffect(() => {
    void client.refetchQueries({ queryKey: queryKey('/my/notices'), stale: true });
  }, [client, pathname]);
  const unread = data?.unread ?? 0;
  return (
    <Ring
      to="/notices"
      aria-label={unread === 0 ? w('notices.bell') : w('notices.bellNew', { smart_count: unread })}
      {...(pathname === '/notices' ? { 'aria-current': 'page' as const } : {})}
    >
      <Bell size={22} strokeWidth={1.75} aria-hidden />
      {unread > 0 && (
        <span className="new" aria-hidden>
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      )}
    </Ring>
  );
}
