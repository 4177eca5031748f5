import type { ReactNode } from 'react';
import { ArrowLeft } from 'lucide-react';
import { Link } from 'react-router';

/** The way back to what a page belongs to. */
export function BackLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} style={{ display: 'inline-flex', gap: 6, alignItems: 'center' }}>
      <ArrowLeft size={16} aria-hidden />
      {children}
    </Link>
  );
}
