import { formatLong, formatShort, isCivilDate, londonDate } from '@encircle/shared/dates';
import type { NoteView, RepairView } from '@encircle/shared/recording';
import { useWords } from '@web/i18n/useWords';
import type { NotePeople } from './WriteNote';

/** That a note was mended, by whom and why; what stood there before comes for an auditor only. */
export function RepairLines({ note, family }: { note: NoteView; family: NotePeople['children'] }) {
  const w = useWords();
  if (note.repairs.length === 0) return null;
  const value = (text: string) =>
    isCivilDate(text) ? formatLong(text) : (family.find(({ id }) => id === text)?.name ?? text);
  const line = ({ what, at, by, reason }: RepairView) =>
    w(reason === null ? 'recording.mend.was' : 'recording.mend.wasWhy', {
      what: w(
        what === 'CASE' && note.struckAt !== null
          ? 'recording.mend.mended.AWAY'
          : `recording.mend.mended.${what}`,
      ),
      date: formatShort(londonDate(at)),
      name: by ?? '',
      reason: reason ?? '',
    });
  return (
    <ul style={{ listStyle: 'none', padding: 0, margin: '12px 0 0', color: 'var(--ink-soft)' }}>
      {note.repairs.map((repair) => (
        <li key={`${repair.what} ${repair.at}`}>
          {line(repair)}
          {repair.before !== null && (
            <span style={{ display: 'block', whiteSpace: 'pre-line' }}>
              {w('recording.mend.before', { text: value(repair.before) })}
            </span>
          )}
          {repair.after !== null && (
            <span style={{ display: 'block' }}>
              {w('recording.mend.after', { text: value(repair.after) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
