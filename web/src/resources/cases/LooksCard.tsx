import { styled } from '@mui/material/styles';
import { INFORMATION_CATEGORIES, labelOf, LOOK_REASONS } from '@encircle/shared/codes';
import type { Look, LooksPage } from '@encircle/shared/cases';
import { useTranslate } from 'react-admin';
import { formatLong, londonDate, londonTime } from '@encircle/shared/dates';
import { useWords, type Words } from '@web/i18n/useWords';
import { MorePages, useMorePages } from '@web/layout/MorePages';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';
import { Tag } from '@web/ui/Tag';
import { listOf } from './case-words';
import { isChange, isEmergency } from './sharing.model';

const Emergency = styled('span')({
  borderLeft: '4px solid var(--plum-mark)',
  paddingLeft: 10,
  display: 'block',
});
const PAGE = 10;
/** A copy on paper has no button for more. */
const COPIED = 100;

/** Who opened or changed what, when and why; emergency views in plum. */
export function LooksCard({ episodeId, copyFor }: { episodeId: string; copyFor?: string }) {
  const w = useWords();
  const pages = useMorePages<LooksPage>(`/episodes/${episodeId}/looks`, {
    limit: copyFor ? COPIED : PAGE,
    ...(copyFor ? { for: copyFor } : {}),
  });
  return (
    <div style={{ display: 'grid', gap: 16, minWidth: 0 }}>
      <MorePages pages={pages} more={w('recording.chronology.more')} refused={w('cases.looks.notYours')}>
        {(looks) => (
          <Card title={w('cases.looks.title')} note={w('cases.looks.note')} flush>
            <DataTable
              label={w('cases.looks.title')}
              rows={looks}
              rowKey={({ id }) => String(id)}
              columns={[
                { key: 'when', title: w('cases.looks.when'), cell: ({ at }) => whenWords(at) },
                { key: 'who', title: w('cases.looks.who'), head: true, cell: (look) => <Who look={look} /> },
                { key: 'what', title: w('cases.looks.what'), cell: (look) => <What look={look} /> },
                { key: 'why', title: w('cases.looks.why'), cell: (look) => whyWords(w, look) },
              ]}
            />
          </Card>
        )}
      </MorePages>
    </div>
  );
}

/** "Mon 16 March, 10:38" */
const whenWords = (at: string): string =>
  `${formatLong(londonDate(at)).replace(/ \d{4}$/, '')}, ${londonTime(at)}`;

function Who({ look: { you, who, agency, role } }: { look: Look }) {
  const w = useWords();
  const translate = useTranslate();
  const byRole = translate(`cases.looks.role.${role ?? ''}`, { _: w('cases.looks.nobody') });
  return (
    <>
      {you ? w('cases.looks.you') : (who ?? byRole)}
      {agency && <small>{agency}</small>}
    </>
  );
}

function What({ look }: { look: Look }) {
  const w = useWords();
  const translate = useTranslate();
  const kinds = listOf(look.categories.map((code) => labelOf(INFORMATION_CATEGORIES, code).toLowerCase()));
  const what = translate(`cases.looks.subject.${look.action.split('.')[0] ?? ''}`, {
    _: w('cases.looks.record'),
  });
  const words = (
    <>
      {w(isChange(look) ? 'cases.looks.changed' : 'cases.looks.read', { what })}
      {kinds && <small>{kinds.charAt(0).toUpperCase() + kinds.slice(1)}</small>}
    </>
  );
  if (!isEmergency(look)) return words;
  return (
    <Emergency>
      <Tag tone="plum" mark="alert-diamond">
        {w('cases.looks.emergency')}
      </Tag>{' '}
      {words}
    </Emergency>
  );
}

function whyWords(w: Words, { purpose, reason }: Look): string {
  const known = ['COORDINATE', 'ASSESS', 'SUBJECT', 'AUDIT', 'SAFEGUARD', 'BROKER'] as const;
  const why = w(`cases.looks.purpose.${known.find((one) => one === purpose) ?? 'OTHER'}`);
  const said = LOOK_REASONS.rows.find(({ code }) => code === reason)?.label ?? reason;
  return said ? `${why}: ${said}` : why;
}
