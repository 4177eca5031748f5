import { styled } from '@mui/material/styles';
import type { ChronologyItem } from '@encircle/shared/cases';
import { useWords, type Words } from '@web/i18n/useWords';
import { dayWords } from '@web/ui/day-words';
import { Timeline, TimelineItem } from '@web/ui/Timeline';
import { VoiceText } from '@web/ui/Voice';
import { chronologyLine, quotedParts, type ChronologyLine } from './chronology.model';

const Spoken = styled(VoiceText)({ fontSize: '0.9375rem', lineHeight: '1.375rem' });

export interface ChronologyItemsProps {
  label: string;
  items: readonly ChronologyItem[];
  family: boolean;
  /** With the year, for the whole chronology. */
  withYear?: boolean;
}

/** The rail with its entries, newest first. */
export function ChronologyItems({ label, items, family, withYear = false }: ChronologyItemsProps) {
  const w = useWords();
  return (
    <Timeline label={label}>
      {items.map((item) => {
        const line = chronologyLine(item, family);
        return (
          <TimelineItem
            key={`${item.kind} ${item.id}`}
            date={item.day}
            dateWords={dayWords(item.day, withYear)}
            significant={item.significant}
            what={leadWords(w, line)}
            rest={restWords(w, line)}
            second={<Second line={line} />}
          />
        );
      })}
    </Timeline>
  );
}

function leadWords(w: Words, line: ChronologyLine): string {
  if (line.said) return w('recording.line.said', { who: line.lead || w('recording.line.someone') });
  return line.lead || w('recording.line.done');
}

function restWords(w: Words, { said, author, text, level, significant }: ChronologyLine): string {
  if (level !== null) return `, ${w('recording.line.level', { level })}`.replace(/^, /, '· ');
  if (author === null) return text;
  if (said) return w('recording.line.toldTo', { author });
  if (text !== '') return w('recording.line.byWith', { author, text });
  return significant ? '' : w('recording.line.by', { author });
}

function Second({ line }: { line: ChronologyLine }) {
  const w = useWords();
  const told =
    line.significant && line.author !== null ? w('recording.line.toldBy', { author: line.author }) : '';
  if (line.second === '' && told === '') return null;
  if (line.voice) return <Spoken>“{line.second}”</Spoken>;
  return (
    <>
      {told}{' '}
      {quotedParts(line.second).map(({ words, quoted }, index) =>
        quoted ? <Spoken key={index}>{words}</Spoken> : words,
      )}
    </>
  );
}
