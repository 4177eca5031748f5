import { useState } from 'react';
import type { BlockView, ConfirmBlock } from '@encircle/shared/restrictions';
import { formatShort, londonDate } from '@encircle/shared/dates';
import { useWords, type Words } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useToday } from '@web/providers/me';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { DataTable } from '@web/ui/DataTable';
import { Actions } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { Tag } from '@web/ui/Tag';
import { standingOf } from './blocks.model';
import { EndBlockDialog } from './EndBlockDialog';

export interface BlockTableProps {
  label: string;
  blocks: readonly BlockView[];
  /** The register says of which case; on a case's own page that is known. */
  cases?: boolean;
}

/** Who is kept out, why, since when and where it stands, with what this reader may do about it. */
export function BlockTable({ label, blocks, cases = false }: BlockTableProps) {
  const w = useWords();
  const [ending, setEnding] = useState<BlockView | null>(null);
  return (
    <>
      <DataTable<BlockView>
        label={label}
        rows={[...blocks]}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'who',
            title: w('restrictions.list.who'),
            head: true,
            cell: (row) => <Who block={row} cases={cases} />,
          },
          { key: 'why', title: w('restrictions.list.why'), cell: (row) => <Why block={row} /> },
          {
            key: 'since',
            title: w('restrictions.list.since'),
            cell: ({ from }) => formatShort(londonDate(from)),
          },
          { key: 'standing', title: w('restrictions.list.standing'), cell: (row) => <Where block={row} /> },
          {
            key: 'act',
            title: w('restrictions.list.act'),
            cell: (row) => <Acts block={row} onEnd={() => setEnding(row)} />,
          },
        ]}
      />
      {ending && <EndBlockDialog block={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

function Who({ block, cases }: { block: BlockView; cases: boolean }) {
  const w = useWords();
  return (
    <>
      {block.worker}
      {block.agency && <small>{block.agency}</small>}
      {cases && block.episodeRef && <small>{w('restrictions.list.case', { ref: block.episodeRef })}</small>}
    </>
  );
}

function Why({ block: { basis, askedBy, reason } }: { block: BlockView }) {
  const w = useWords();
  const own = basis === 'RELATIVE' && askedBy === 'WORKER';
  return (
    <>
      {reason}
      <small>
        {own
          ? w('restrictions.list.own')
          : w('restrictions.list.asked', { who: w(`restrictions.form.askers.${askedBy}`) })}
      </small>
    </>
  );
}

function standingWords(w: Words, block: BlockView, today: string): string {
  const standing = standingOf(block, today);
  const date = block.until
    ? formatShort(londonDate(block.until))
    : block.confirmBy
      ? formatShort(block.confirmBy)
      : '';
  return w(`restrictions.list.${standing}`, {
    date,
    who: block.confirmedBy ?? '',
    why: block.endedReason ?? '',
  });
}

function Where({ block }: { block: BlockView }) {
  const w = useWords();
  const today = useToday();
  const standing = standingOf(block, today);
  const words = standingWords(w, block, today);
  if (standing === 'ended') return words;
  const tone = standing === 'overdue' ? 'red' : standing === 'waiting' ? 'amber' : 'neutral';
  return (
    <Tag
      tone={tone}
      mark={standing === 'confirmed' ? 'barred' : standing === 'overdue' ? 'octagon' : 'clock'}
    >
      {words}
    </Tag>
  );
}

function Acts({ block, onEnd }: { block: BlockView; onEnd: () => void }) {
  const w = useWords();
  const say = useProblemWords();
  const send = useSend<ConfirmBlock>(`/blocks/${block.id}/confirmation`, {
    refresh: ['/blocks', '/episodes'],
  });
  if (!block.mayConfirm && !block.mayEnd) return null;
  return (
    <Actions>
      {block.mayConfirm && (
        <Button
          size="small"
          disabled={send.isPending}
          onClick={() => send.mutate({ version: block.version })}
        >
          {w('restrictions.list.confirm')}
        </Button>
      )}
      {block.mayEnd && (
        <Button size="small" kind="neutral" onClick={onEnd}>
          {w('restrictions.list.end')}
        </Button>
      )}
      {send.error && <Notice kind="red">{say(send.error)}</Notice>}
    </Actions>
  );
}
