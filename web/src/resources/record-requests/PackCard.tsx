import { useState } from 'react';
import { formatDate } from '@encircle/shared/dates';
import { INFORMATION_CATEGORIES, labelOf } from '@encircle/shared/codes';
import type { PackLine, PackPage, RecordRequestView } from '@encircle/shared/record-requests';
import { useTranslate } from 'react-admin';
import { useWords } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { Button } from '@web/ui/Button';
import { Card, Well } from '@web/ui/Card';
import { Actions, Stack } from '@web/ui/layout';
import { Tag } from '@web/ui/Tag';
import { LineForm } from './LineForm';
import { DECISION_TONES } from './requests.model';

/** The pack line by line: as it was found, and as it goes out. */
export function PackCard({ request }: { request: RecordRequestView }) {
  const w = useWords();
  const path = `/record-requests/${request.id}/lines`;
  const pages = useMorePages<PackPage>(path, { limit: 25 });
  return (
    <Card title={w('requests.pack.title')} note={w('requests.pack.note')}>
      <MorePages pages={pages} more={w('requests.more')}>
        {(lines) =>
          lines.length === 0 ? (
            <p>{w('requests.pack.none')}</p>
          ) : (
            <Stack>
              {lines.map((line) => (
                <Line key={line.id} line={line} request={request} />
              ))}
            </Stack>
          )
        }
      </MorePages>
    </Card>
  );
}

function Line({ line, request }: { line: PackLine; request: RecordRequestView }) {
  const w = useWords();
  const translate = useTranslate();
  const [deciding, setDeciding] = useState(false);
  const source = translate(`requests.sources.${line.source}`, { _: w('requests.sources.other') });
  const name = `${source}, ${formatDate(line.day)}`;
  const changed = line.shown !== null && line.shown !== line.text;
  return (
    <Well>
      <Stack style={{ gap: 8 }}>
        <div>
          <strong>{name}</strong>
          <br />
          <small>
            {labelOf(INFORMATION_CATEGORIES, line.category)}
            {line.by && ` · ${line.by}`}
          </small>
        </div>
        <div>
          <Tag tone={DECISION_TONES[line.decision]}>{w(`requests.lines.${line.decision}`)}</Tag>{' '}
          {line.ground && w(`requests.grounds.${line.ground}`)}
        </div>
        <p style={{ whiteSpace: 'pre-line' }}>{line.text}</p>
        {changed && (
          <div>
            <strong>{w('requests.pack.goesOut')}</strong>
            <p style={{ whiteSpace: 'pre-line' }}>{line.shown}</p>
          </div>
        )}
        {line.note && <small>{line.note}</small>}
        {deciding && <LineForm line={line} requestId={request.id} onDone={() => setDeciding(false)} />}
        {line.locked && <small>{w('requests.pack.locked')}</small>}
        {request.status === 'PACKED' && !line.locked && !deciding && (
          <Actions>
            <Button
              size="small"
              kind="neutral"
              aria-label={`${w('requests.pack.decide')}: ${name}`}
              onClick={() => setDeciding(true)}
            >
              {w('requests.pack.decide')}
            </Button>
          </Actions>
        )}
      </Stack>
    </Well>
  );
}
