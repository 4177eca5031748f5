import { styled } from '@mui/material/styles';
import { Link } from 'react-router';
import type { CaseView } from '@encircle/shared/cases';
import { useWords } from '@web/i18n/useWords';
import { ChronologyItems } from '@web/resources/recording/ChronologyReference';
import { Card } from '@web/ui/Card';
import { Mark } from '@web/ui/Mark';
import { useReader } from './reader';

const Right = styled('span')({
  display: 'flex',
  gap: 16,
  alignItems: 'baseline',
  fontSize: '0.875rem',
  '& > span': { display: 'flex', gap: 6, alignItems: 'center' },
});

/** The last things that happened, and the way to all of them. */
export function RecentCard({ view }: { view: CaseView }) {
  const w = useWords();
  const family = useReader() === 'family';
  const title = w(family ? 'cases.recent.titleFamily' : 'cases.recent.title');
  return (
    <Card
      title={title}
      link={
        <Right>
          <span>
            <Mark name="diamond" tone="teal" size={14} />
            {w('recording.chronology.legend')}
          </span>
          <Link to={`/cases/${view.id}/chronology`}>
            {w(family ? 'cases.recent.wholeFamily' : 'cases.recent.whole')}
          </Link>
        </Right>
      }
    >
      {view.chronology.length === 0 ? (
        <p>{w('cases.recent.none')}</p>
      ) : (
        <ChronologyItems label={title} items={view.chronology} family={family} />
      )}
    </Card>
  );
}
