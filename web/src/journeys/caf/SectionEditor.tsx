import { styled } from '@mui/material/styles';
import { ArrowRight, MessageCircleQuestionMark } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useBlocker, useNavigate } from 'react-router';
import type { AssessmentView } from '@encircle/shared/assessments';
import { londonTime } from '@encircle/shared/dates';
import type { FormSection } from '@encircle/shared/forms';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf } from '@web/providers/problem';
import { Button } from '@web/ui/Button';
import { CheckList } from '@web/ui/CheckList';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { AgreementBody } from './AgreementBody';
import { Asides } from './Asides';
import { BesideVersion } from './BesideVersion';
import { ConflictPage } from './ConflictPage';
import { ElementBody } from './ElementBody';
import { FieldsBody } from './FieldsBody';
import { Frame } from './Frame';
import { HarmNotice } from './HarmNotice';
import { IdentityCard } from './IdentityCard';
import type { KeptPlace } from './kept-text';
import { OthersParts } from './OthersParts';
import { nextSection, partOf } from './tasks.model';
import type { HalfWritten } from './useHalfWritten';
import { childOf, formOf, useFormWords } from './useAssessment';
import { useNextKey } from './useNextKey';
import { useSectionDraft } from './useSectionDraft';

const Body = styled('div')({ display: 'grid', gap: 24, gridTemplateColumns: 'minmax(0, 1fr)' });
const Foot = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  justifyContent: 'flex-end',
  borderTop: '1px solid var(--line)',
  paddingTop: 20,
  '@media (max-width: 599px)': { justifyContent: 'flex-start' },
});

export interface SectionEditorProps {
  view: AssessmentView;
  section: FormSection;
  place: KeptPlace;
  draft: HalfWritten | null;
  previous: AssessmentView | null;
  childTail: string;
}

/** A section being written: saved while typing, stored when one goes on, never lost when somebody else was first. */
export function SectionEditor({ view, section, place, draft, previous, childTail }: SectionEditorProps) {
  const w = useWords();
  const words = useFormWords(view);
  const say = useProblemWords();
  const go = useNavigate();
  const work = useSectionDraft(view, section, place, draft);
  const [attempt, setAttempt] = useState(0);
  const form = formOf(view);
  const next = nextSection(form, view, section.key);
  const nextTitle = form.sections.find((each) => each.key === next)?.title ?? '';
  const to = `/assessments/${view.id}/${next ?? 'read'}${childTail}`;
  useStoreOnLeaving(work);
  const store = async (always: boolean) => {
    setAttempt((count) => count + 1);
    const outcome = await work.submit(always);
    if (outcome === 'SAVED' || outcome === 'WAITS') void go(to);
  };
  useNextKey(() => {
    if (work.conflicts.length === 0) void store(false);
  });
  if (work.conflicts.length > 0) {
    return (
      <Frame view={view} here={section.key} saved={work.autosave.state} childTail={childTail}>
        <ConflictPage
          section={section}
          view={view}
          conflicts={work.conflicts}
          onSettle={work.settle}
          onBack={work.forgetConflict}
        />
      </Frame>
    );
  }
  const before = previous?.sections.find((each) => each.key === section.key) ?? null;
  const carried = view.sections
    .find((each) => each.key === section.key)
    ?.parts.some((part) => part.mine && part.carried);
  const group = form.groups.find((each) => each.key === section.group)?.title ?? '';
  const body = {
    view,
    section,
    text: work.text,
    setText: work.setText,
    words,
    before,
    beforeOn: previous?.completedOn ?? null,
  };
  const errors =
    work.problem && Object.keys(work.problem.fields).length > 0 ? errorsOf(work.problem, fieldId) : [];
  return (
    <Frame
      view={view}
      here={section.key}
      saved={work.autosave.state}
      childTail={childTail}
      beside={previous && before ? <BesideVersion previous={previous} {...body} /> : undefined}
    >
      <PageTitle
        section
        title={words(section.title)}
        tab={`${w('caf.barName')}, ${childOf(view).name}`}
        kicker={w('caf.kicker', { group: words(group), ...partOf(form, view, section.key) })}
        note={
          section.formal ? w('caf.formal', { name: section.formal }) : section.intro && words(section.intro)
        }
      />
      <Body>
        <ErrorSummary errors={errors} attempt={attempt} />
        {work.problem && errors.length === 0 && <Notice kind="red">{say(work.problem)}</Notice>}
        {work.resumedAt && (
          <Notice>
            <p>{w('caf.draft.found', { time: londonTime(work.resumedAt) })}</p>
            <Button size="small" kind="quiet" onClick={() => void work.revert()}>
              {w('caf.draft.throwAway')}
            </Button>
          </Notice>
        )}
        {section.key === 'agreement' && <AgreementBody view={view} />}
        {section.key === 'who' && <IdentityCard view={view} />}
        {work.appliesTo !== null && (
          <CheckList
            name="appliesTo"
            label={w('caf.appliesTo')}
            hint={w('caf.appliesToHint')}
            options={view.children
              .filter(({ id }) => id !== view.subjectId)
              .map(({ id, name }) => ({ value: id, label: name }))}
            value={work.appliesTo.filter((id) => id !== view.subjectId)}
            error={work.problem?.fields['appliesTo']?.[0]}
            onChange={(ids) => work.setAppliesTo([view.subjectId, ...ids])}
          />
        )}
        {section.element ? <ElementBody {...body} /> : <FieldsBody {...body} />}
        {section.key === 'conclusions' && <HarmNotice view={view} text={work.text} />}
        <OthersParts view={view} section={section} words={words} />
        {section.element && view.mayComplete && (
          <div>
            <Button
              size="small"
              kind="quiet"
              icon={MessageCircleQuestionMark}
              to={`/assessments/${view.id}/contributions?section=${section.key}&child=${view.subjectId}`}
            >
              {w('contributions.askHere')}
            </Button>
          </div>
        )}
        {section.element && <Asides {...body} />}
        <Foot>
          {carried && !work.dirty && (
            <Button kind="neutral" onClick={() => void store(true)}>
              {w('caf.same')}
            </Button>
          )}
          <Button kind="filled" iconAfter={ArrowRight} onClick={() => void store(false)}>
            {next ? w('caf.next', { name: words(nextTitle) }) : w('caf.readIt')}
          </Button>
        </Foot>
      </Body>
    </Frame>
  );
}

/** `parts.0.answers.needs` is the control `needs`. */
const fieldId = (path: string): string => path.replace(/^parts\.\d+\.answers\./, '');

/** Going anywhere else in the program stores the section first; a conflict keeps one here to settle it. */
function useStoreOnLeaving({ dirty, submit }: Pick<ReturnType<typeof useSectionDraft>, 'dirty' | 'submit'>) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void submit().then((outcome) => {
      // What cannot be sent now waits in this browser; what is wrong or was overtaken must be looked at.
      if (outcome === 'SAVED' || outcome === 'WAITS') blocker.proceed();
      else blocker.reset();
    });
  }, [blocker, submit]);
}
