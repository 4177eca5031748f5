import { styled } from '@mui/material/styles';
import { Link } from 'react-router';
import type { CaseAgreement, CaseView } from '@encircle/shared/cases';
import { formatDate } from '@encircle/shared/dates';
import { useWords, type Words } from '@web/i18n/useWords';
import type { LightState } from '@web/ui/Light';
import { Mark, type MarkName, type Tone } from '@web/ui/Mark';
import type { Fact } from '@web/ui/Facts';
import { firstName, listOf, relationWord } from './case-words';
import { lightOf } from './case.model';
import { useSelf, type Reader } from './reader';

const Line = styled('span')({
  display: 'inline-flex',
  gap: 6,
  alignItems: 'baseline',
  '& > svg': { alignSelf: 'center' },
});

const Open = styled(Link)({
  color: 'inherit',
  textDecoration: 'none',
  '&:hover': { textDecoration: 'underline' },
});

const MARKS: Record<LightState, { name: MarkName; tone?: Tone }> = {
  yes: { name: 'tick' },
  part: { name: 'half' },
  lapses: { name: 'clock' },
  ask: { name: 'dashed' },
  stop: { name: 'barred', tone: 'ink' },
  'said-no': { name: 'barred', tone: 'ink' },
};

/** Who reads: a family's own agreement is said as theirs. */
export interface AgreementReader {
  reader: Reader;
  self: string;
}

/** The agreement in words behind its mark; a no stands as plainly as a yes. */
export function agreementFact(w: Words, view: CaseView, agreement: CaseAgreement, by: AgreementReader): Fact {
  const { reader } = by;
  const state = lightOf(agreement);
  return {
    label: w(reader === 'family' ? 'cases.header.agreementFamily' : 'cases.header.agreement'),
    value: (
      <Line>
        <Mark {...MARKS[state]} />
        <Reason view={view}>{stateWords(w, view, agreement, state, by)}</Reason>
      </Line>
    ),
    notes: [
      ...reach(w, agreement),
      ...agreement.refused.map((name) => (
        <Line key={name}>
          <Mark name="barred" tone="ink" size={14} />
          {w('cases.light.no', { name })}
        </Line>
      )),
    ],
  };
}

/** Pressing the light opens the reason: who sees what, line by line. */
function Reason({ view, children }: { view: CaseView; children: string }) {
  return view.tabs.includes('sharing') ? <Open to={`/cases/${view.id}/sharing`}>{children}</Open> : children;
}

function stateWords(
  w: Words,
  view: CaseView,
  { givers }: CaseAgreement,
  state: LightState,
  { reader, self }: AgreementReader,
): string {
  if (state === 'said-no') return w('cases.light.saidNo');
  if (state === 'ask') return w(reader === 'family' ? 'cases.light.askFamily' : 'cases.light.ask');
  if (state === 'yes' && givers.length === 1 && givers[0] === self) return w('cases.light.byYou');
  const who = listOf(givers.map((name) => (givers.length === 1 ? giverWords(view, name) : firstName(name))));
  return w(state === 'lapses' ? 'cases.light.lapses' : 'cases.light.yes', { who });
}

/** "Mia, mum" */
function giverWords({ relatives }: CaseView, name: string): string {
  const relation = relatives.find((one) => one.name === name)?.kind;
  return [firstName(name), relation ? relationWord(relation) : ''].filter(Boolean).join(', ');
}

function reach(w: Words, { services, until }: CaseAgreement): string[] {
  const date = until === null ? '' : formatDate(until);
  if (services === 0) return date ? [w('cases.light.people', { date })] : [];
  return [w(date ? 'cases.light.services' : 'cases.light.servicesOpen', { smart_count: services, date })];
}

/** The same on one line, for the short header. */
export function AgreementLine({ agreement }: { agreement: CaseAgreement }) {
  const w = useWords();
  const state = lightOf(agreement);
  const self = useSelf();
  const who = listOf(
    agreement.givers.map((name) => (name === self.name ? w('cases.light.you') : firstName(name))),
  );
  const words =
    state === 'said-no'
      ? w('cases.light.shortNo')
      : state === 'ask' || agreement.until === null
        ? w('cases.light.shortAsk')
        : w('cases.light.short', { who, date: formatDate(agreement.until) });
  return (
    <Line>
      <Mark {...MARKS[state]} size={14} />
      {words}
    </Line>
  );
}
