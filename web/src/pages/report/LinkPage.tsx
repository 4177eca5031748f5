import { styled } from '@mui/material/styles';
import { useMemo, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useWords } from '@web/i18n/useWords';
import { ProductMark } from '@web/ui/Ring';
import { tokenOf } from './report.model';

const Page = styled('main')({
  minHeight: '100vh',
  boxSizing: 'border-box',
  maxWidth: 760,
  margin: '0 auto',
  padding: '32px 24px 64px',
  '@media (max-width: 599px)': { padding: '20px 16px 48px' },
  '& > .mark': { display: 'flex', alignItems: 'center', gap: 12, fontSize: '1.25rem', fontWeight: 700 },
});

/** A page for whoever holds its link: no account, no menu. @param children get the secret, or null where the address has none */
export function LinkPage({ children }: { children: (token: string | null) => ReactNode }) {
  const w = useWords();
  const { hash } = useLocation();
  const token = useMemo(() => tokenOf(hash), [hash]);
  return (
    <Page>
      <div className="mark">
        <ProductMark size={36} />
        <span>{w('shell.product')}</span>
      </div>
      {children(token)}
    </Page>
  );
}
