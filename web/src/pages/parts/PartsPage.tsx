import { styled } from '@mui/material/styles';
import { useWords } from '@web/i18n/useWords';
import { PageTitle } from '@web/ui/PageTitle';
import { Charts } from './Charts';
import { Controls } from './Controls';
import { Records } from './Records';
import { States } from './States';
import { Words } from './Words';

const Grid = styled('div')({
  display: 'grid',
  gap: 24,
  alignItems: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  '& > div': { display: 'grid', gap: 24, gridTemplateColumns: 'minmax(0, 1fr)' },
  '@media (min-width: 1024px)': { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
});

/** Every part at its real size, with invented people; to compare with the drawings and to test the parts. */
export default function PartsPage() {
  const w = useWords();
  return (
    <>
      <PageTitle title={w('parts.title')} note={w('parts.note')} />
      <Grid>
        <Words />
        <States />
        <Controls />
      </Grid>
      <Records />
      <Charts />
    </>
  );
}
