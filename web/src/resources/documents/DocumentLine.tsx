import { styled } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import { INFORMATION_CATEGORIES, labelOf } from '@encircle/shared/codes';
import { formatLong, formatShort, londonDate } from '@encircle/shared/dates';
import type { DocumentView } from '@encircle/shared/documents';
import { FILE_KIND } from '@encircle/shared/files';
import { useWords, type Words } from '@web/i18n/useWords';
import { apiFile } from '@web/providers/http';
import { useCan } from '@web/providers/me';
import { StrikeOutReference } from '@web/resources/recording/StrikeOutReference';
import { Button } from '@web/ui/Button';
import { Actions } from '@web/ui/layout';
import { Tag } from '@web/ui/Tag';
import { kindAndSize } from './document.model';

const Line = styled('li')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '8px 16px',
  justifyContent: 'space-between',
  alignItems: 'flex-start',
  '& > div:first-of-type': { flex: '1 1 280px', minWidth: 0, overflowWrap: 'anywhere' },
  '& [data-struck]': { textDecoration: 'line-through', color: 'var(--ink-soft)' },
});
const Small = styled('p')({ fontSize: '0.875rem', lineHeight: '1.25rem', color: 'var(--ink-soft)' });
const Shown = styled('div')({
  flexBasis: '100%',
  '& img': { maxWidth: '100%', maxHeight: '70vh', borderRadius: 8 },
});

/** One document: what it is, who filed it and when, and the ways to it that its state leaves. */
export function DocumentLine({ document: each, episodeId }: { document: DocumentView; episodeId: string }) {
  const w = useWords();
  const can = useCan();
  const [striking, setStriking] = useState(false);
  const [shown, setShown] = useState(false);
  const struck = each.struckAt !== null;
  const opens = !struck && each.state === 'CLEAN';
  const picture = opens && FILE_KIND[each.kind].picture;
  const { title } = each;
  return (
    <Line>
      <div>
        <p>
          <strong {...(struck ? { 'data-struck': '' } : {})}>{title}</strong>
        </p>
        <Small>{aboutWords(w, each)}</Small>
        <Small>{stateWords(w, each)}</Small>
        <Tags document={each} />
      </div>
      <Actions>
        {picture && (
          <Button
            kind="neutral"
            size="small"
            aria-expanded={shown}
            aria-label={w(shown ? 'documents.hide' : 'documents.show', { title })}
            onClick={() => setShown(!shown)}
          >
            {w(shown ? 'documents.hide' : 'documents.show', { title: '' }).trim()}
          </Button>
        )}
        {opens && (
          <Button
            kind="neutral"
            size="small"
            href={`/api/documents/${each.id}/file`}

            aria-label={w('documents.open', { title })}
          >
            {w('documents.open', { title: '' }).trim()}
          </Button>
        )}
        {each.mine && !struck && can('update', 'note') && (
          <Button kind="quiet" size="small" onClick={() => setStriking(true)}>
            {w('documents.strike')}
          </Button>
        )}
      </Actions>
      {shown && <Picture id={each.id} title={title} />}
      {striking && (
        <StrikeOutReference
          path={`/documents/${each.id}`}
          version={each.version}
          episodeId={episodeId}
          words="documents.strikeOut"
          onDone={() => setStriking(false)}
        />
      )}
    </Line>
  );
}

function Tags({ document: each }: { document: DocumentView }) {
  const w = useWords();
  if (!each.ownWork && each.category === 'NOTES') return null;
  return (
    <Actions>
      {each.ownWork && <Tag tone="outline">{w('documents.ownWork')}</Tag>}
      {each.category !== 'NOTES' && <Tag>{labelOf(INFORMATION_CATEGORIES, each.category)}</Tag>}
    </Actions>
  );
}

/** Fetched like any answer and drawn from memory: nothing of it stays behind on the device. */
function Picture({ id, title }: { id: string; title: string }) {
  const w = useWords();
  const [source, setSource] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let address: string | null = null;
    let gone = false;
    apiFile(`/documents/${id}/file`)
      .then((blob) => {
        if (gone) return;
        address = URL.createObjectURL(blob);
        setSource(address);
      })
      .catch(() => !gone && setFailed(true));
    return () => {
      gone = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [id]);
  if (failed) return <p role="alert">{w('documents.refused')}</p>;
  return (
    source && (
      <Shown>
        <img src={source} alt={title} />
      </Shown>
    )
  );
}

function aboutWords(w: Words, each: DocumentView): string {
  const { kind, size } = kindAndSize(each);
  const pages = each.pages === null ? [] : [w('documents.pages', { smart_count: each.pages })];
  const dated = each.datedOn === null ? [] : [w('documents.dated', { date: formatLong(each.datedOn) })];
  return [kind, size, ...pages, ...dated].join(' · ');
}

function stateWords(w: Words, each: DocumentView): string {
  if (each.struckAt !== null)
    return w('documents.struck', {
      date: formatLong(londonDate(each.struckAt)),
      reason: each.struckReason ?? '',
    });
  if (each.state === 'QUARANTINED') return w('documents.checking');
  if (each.state === 'REFUSED') return w('documents.harmful');
  const date = formatShort(londonDate(each.recordedAt));
  const author = each.author ?? '';
  return each.agency
    ? w('documents.filed', { author, agency: each.agency, date })
    : w('documents.filedAlone', { author, date });
}
