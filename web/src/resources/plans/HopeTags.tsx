import { useState } from 'react';
import type { OutcomeView } from '@encircle/shared/plans';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Actions, Stack } from '@web/ui/layout';
import { namesOf, tagsCommand, tagsOf } from './outcome-tags.model';
import { OutcomeTagFields } from './OutcomeTagFields';
import type { PlanWrite } from './plan-write';

interface HopeTagsProps {
  outcome: OutcomeView;
  mayChange: boolean;
  write: PlanWrite;
}

/** Which outcomes a hope carries, and a way to change them for whoever leads. */
export function HopeTags({ outcome, mayChange, write }: HopeTagsProps) {
  const w = useWords();
  const [tags, setTags] = useState(tagsOf(outcome));
  const [open, setOpen] = useState(false);
  const keep = async () => {
    const body = { version: outcome.version, ...tagsCommand(tags) };
    if (await write(`/outcomes/${outcome.id}`, body, 'PATCH')) setOpen(false);
  };
  return (
    <>
      {outcome.familyOutcomes.length > 0 && (
        <small>{w('claims.tags.of', { names: namesOf(outcome.familyOutcomes) })}</small>
      )}
      {mayChange && !open && (
        <Button
          size="small"
          kind="quiet"
          aria-label={w('claims.tags.changeOf', { text: outcome.statement })}
          onClick={() => {
            setTags(tagsOf(outcome));
            setOpen(true);
          }}
        >
          {w('claims.tags.change')}
        </Button>
      )}
      {open && (
        <Stack>
          <OutcomeTagFields value={tags} onChange={setTags} />
          <Actions>
            <Button kind="filled" onClick={() => void keep()}>
              {w('claims.tags.save')}
            </Button>
            <Button kind="quiet" onClick={() => setOpen(false)}>
              {w('plans.leave')}
            </Button>
          </Actions>
        </Stack>
      )}
    </>
  );
}
