import { useCallback, useMemo, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { AssessmentView, SectionPartView, SectionSavedView } from '@encircle/shared/assessments';
import { saidOfSeveral, type FormSection } from '@encircle/shared/forms';
import { useWords } from '@web/i18n/useWords';
import { api } from '@web/providers/http';
import { Problem } from '@web/providers/problem';
import { placeOf, type Conflict } from './conflict.model';
import type { KeptPlace } from './kept-text';
import { isSameText, partsToSend, readText, textOf, type SectionText } from './section-text.model';
import { useAutosave, type Autosave } from './useAutosave';
import type { HalfWritten } from './useHalfWritten';

type Stored = Pick<SectionPartView, 'category' | 'aboutPersonId' | 'answers' | 'version'>[];

export type Outcome = 'SAVED' | 'CONFLICT' | 'WAITS' | 'WRONG';

export interface SectionDraft {
  text: SectionText;
  setText: (change: (text: SectionText) => SectionText) => void;
  /** Text of last time was taken up. */
  resumedAt: string | null;
  dirty: boolean;
  /** In a family record, of whom it is said; null where the section is about one child. */
  appliesTo: readonly string[] | null;
  setAppliesTo: (childIds: string[]) => void;
  autosave: Autosave;
  conflicts: Conflict[];
  problem: Problem | null;
  /** Stores the section; an unchanged one is stored too when `always` (same as before). */
  submit: (always?: boolean) => Promise<Outcome>;
  /** Stores what was made of two texts, over the version the other one is at. */
  settle: (made: ReadonlyMap<string, Conflict['sent']>) => Promise<Outcome>;
  /** Throws away what was typed since the last save. */
  revert: () => Promise<void>;
  forgetConflict: () => void;
}

/** A draft remembers on which stored versions it was written, so that resuming it cannot overwrite a colleague. */
interface Remembered extends SectionText {
  versions?: Stored;
}

export function useSectionDraft(
  view: AssessmentView,
  section: FormSection,
  place: KeptPlace,
  draft: HalfWritten | null,
): SectionDraft {
  const client = useQueryClient();
  const w = useWords();
  const mine = useMemo(
    () => (view.sections.find((each) => each.key === section.key)?.parts ?? []).filter((part) => part.mine),
    [view, section.key],
  );
  const resumed = useMemo(() => readText(draft?.text ?? null) as Remembered | null, [draft]);
  const stored = useRef<Stored>(resumed?.versions ?? mine);
  const saved = useRef<SectionText>(textOf(section, mine));
  const taken = resumed !== null && !isSameText(resumed, saved.current);
  const [text, setValue] = useState<SectionText>(
    taken ? { answers: resumed.answers, asides: resumed.asides } : saved.current,
  );
  const [conflicts, setConflicts] = useState<Conflict[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [resumedAt, setResumedAt] = useState(taken ? (draft?.at ?? null) : null);
  const base = Math.max(0, ...mine.map((part) => part.version));
  const savedBefore =
    mine
      .map((part) => part.savedAt)
      .sort()
      .at(-1) ?? null;
  const autosave = useAutosave(place, base, savedBefore, w('caf.failed'));
  const { changed, settled } = autosave;
  const latest = useRef(text);
  const [appliesTo, setAppliesTo] = useState(() => saidOf(view, section, mine));
  const [savedOf, setSavedOf] = useState(appliesTo);
  const retold = appliesTo?.join() !== savedOf?.join();

  const setText = useCallback(
    (change: (text: SectionText) => SectionText) => {
      const next = change(latest.current);
      latest.current = next;
      setValue(next);
      changed(JSON.stringify({ ...next, versions: stored.current } satisfies Remembered));
    },
    [changed],
  );

  const send = useCallback(
    async (parts: ReturnType<typeof partsToSend>, made = false): Promise<Outcome> => {
      const sent = latest.current;
      try {
        const answer = await api<SectionSavedView>(`/assessments/${view.id}/sections/${section.key}`, {
          method: 'PUT',
          body: { subjectId: view.subjectId, parts, ...(appliesTo === null ? {} : { appliesTo }) },
        });
        stored.current = answer.section.parts.filter((part) => part.mine);
        saved.current = made ? textOf(section, stored.current) : sent;
        // What was made of two texts is there before the page that asked for it goes.
        if (made) {
          latest.current = saved.current;
          setValue(saved.current);
        }
        setSavedOf(appliesTo);
        setConflicts([]);
        setProblem(null);
        setResumedAt(null);
        settled(answer.savedAt);
        await client.invalidateQueries({ queryKey: ['api', `/assessments/${view.id}`] });
        return 'SAVED';
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (error.conflict && Array.isArray(error.data['conflicts'])) {
          setConflicts(error.data['conflicts'] as Conflict[]);
          return 'CONFLICT';
        }
        setProblem(error);
        return error.offline || error.status === 401 || error.status >= 500 ? 'WAITS' : 'WRONG';
      }
    },
    [appliesTo, client, section, settled, view.id, view.subjectId],
  );

  const { flush } = autosave;
  const submit = useCallback(
    async (always = false): Promise<Outcome> => {
      const unchanged = isSameText(latest.current, saved.current);
      if (unchanged && !always && !retold) return 'SAVED';
      await flush();
      const parts = partsToSend(section, latest.current, stored.current);
      return parts.length === 0 ? 'SAVED' : send(parts);
    },
    [flush, retold, section, send],
  );

  const settle = useCallback(
    async (made: ReadonlyMap<string, Conflict['sent']>): Promise<Outcome> => {
      const parts = partsToSend(section, latest.current, stored.current).map((part) => {
        const conflict = conflicts.find((each) => placeOf(each) === placeOf(part));
        const answers = made.get(placeOf(part));
        return conflict && answers ? { ...part, answers, version: conflict.stored?.version ?? 0 } : part;
      });
      return send(parts, true);
    },
    [conflicts, section, send],
  );

  const revert = useCallback(async () => {
    await flush();
    await api(`/drafts/${place.form}/${place.recordId}/${place.section}`, { method: 'DELETE' });
    latest.current = textOf(section, mine);
    stored.current = mine;
    saved.current = latest.current;
    setValue(latest.current);
    setResumedAt(null);
    settled(new Date(draft?.at ?? 0).toISOString());
  }, [draft, flush, mine, place, section, settled]);

  const forgetConflict = useCallback(() => setConflicts([]), []);
  const dirty = !isSameText(text, saved.current) || retold;
  return {
    text,
    setText,
    resumedAt,
    dirty,
    appliesTo,
    setAppliesTo,
    autosave,
    conflicts,
    problem,
    submit,
    settle,
    revert,
    forgetConflict,
  };
}

/** What is about parents and home is begun for all the children; what was saved stays with those it was said of. */
function saidOf(
  view: AssessmentView,
  section: FormSection,
  mine: readonly SectionPartView[],
): string[] | null {
  if (view.children.length < 2 || !saidOfSeveral(section)) return null;
  if (mine.length === 0) return view.children.map(({ id }) => id);
  const said = new Set(mine.flatMap((part) => part.appliesTo));
  const of = view.children.map(({ id }) => id).filter((id) => said.has(id) || id === view.subjectId);
  return of;
}
