import { styled } from '@mui/material/styles';
import { useWords } from '@web/i18n/useWords';

/** One grey shape, to be given the size of what will stand there. */
export const Bone = styled('span')({ display: 'block', background: 'var(--sunken)', borderRadius: 6 });

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: '40px minmax(0, 1fr) 96px',
  gap: 12,
  alignItems: 'center',
  padding: '12px 0',
});
const Shape = styled('div')({
  padding: '0 24px 12px',
  '@media (max-width: 599px)': { padding: '0 16px 12px' },
});

/** Rows as they will stand; nothing moves while it waits. */
export function SkeletonRows({ rows = 3 }: { rows?: number }) {
  const w = useWords();
  return (
    <Shape role="status" aria-label={w('ui.loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <Row key={index}>
          <Bone style={{ width: 40, height: 40, borderRadius: '50%' }} />
          <span>
            <Bone style={{ width: index % 2 ? '38%' : '44%', height: 14, marginBottom: 10 }} />
            <Bone style={{ width: index % 2 ? '64%' : '72%', height: 14 }} />
          </span>
          <Bone style={{ height: 32 }} />
        </Row>
      ))}
    </Shape>
  );
}

const Page = styled('div')({ display: 'grid', gap: 24, paddingTop: 32 });
const Block = styled('div')({
  background: 'var(--surface)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  paddingTop: 16,
});

/** A page's shape: title, a line, a card of rows. */
export function SkeletonPage() {
  return (
    <Page>
      <Bone style={{ width: 'min(320px, 60%)', height: 34 }} />
      <Block>
        <SkeletonRows rows={5} />
      </Block>
    </Page>
  );
}
