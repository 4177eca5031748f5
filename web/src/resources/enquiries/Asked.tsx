import { styled } from '@mui/material/styles';
import { labelOf, PRESENTING_ISSUES, SOURCES_OF_CONCERN } from '@encircle/shared/codes';
import { formatDate } from '@encircle/shared/dates';
import type { EnquiryView } from '@encircle/shared/enquiries';
import { useWords, type Words } from '@web/i18n/useWords';
import { Card } from '@web/ui/Card';

const Lines = styled('dl')({
  display: 'grid',
  gap: 16,
  maxWidth: '44rem',
  '& dt': { fontSize: '0.875rem', color: 'var(--ink-soft)' },
  '& dd': { whiteSpace: 'pre-line' },
});

/** What was asked, as it was written. */
export function Asked({ view }: { view: EnquiryView }) {
  const w = useWords();
  const lines: [string, string][] = [
    [w('enquiries.one.child'), childLines(view, w)],
    [w('enquiries.one.caller'), callerLine(view)],
    [w('enquiries.one.issues'), view.issues.map((code) => labelOf(PRESENTING_ISSUES, code)).join(', ')],
    [w('enquiries.one.whatFor'), view.whatFor],
    [w('enquiries.one.strengths'), view.strengths ?? ''],
    [w('enquiries.one.tried'), view.tried ?? ''],
    [w('enquiries.one.agreement'), agreementLines(view, w)],
  ];
  return (
    <Card>
      <Lines>
        {lines
          .filter(([, words]) => words !== '')
          .map(([label, words]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ))}
      </Lines>
    </Card>
  );
}

function childLines(view: EnquiryView, w: Words): string {
  if (view.kind === 'ADVICE') return '';
  const born = view.isUnborn
    ? w('enquiries.one.unborn', { date: view.dueDate ? formatDate(view.dueDate) : '' })
    : view.dateOfBirth
      ? `${view.childName ?? ''}, ${w('enquiries.one.bornOn', { date: formatDate(view.dateOfBirth) })}`
      : (view.childName ?? '');
  const address = view.noFixedAddress
    ? w('enquiries.one.noAddress')
    : view.postcode
      ? w('enquiries.one.address', { postcode: view.postcode })
      : '';
  const setting = view.setting ? w('enquiries.one.setting', { name: view.setting }) : '';
  return [born, address, setting].filter(Boolean).join('\n');
}

function callerLine({ source, callerName, callerContact }: EnquiryView): string {
  if (source === 'OWN_AGENCY') return callerName ?? '';
  return [labelOf(SOURCES_OF_CONCERN, source), callerName, callerContact].filter(Boolean).join(', ');
}

function agreementLines(view: EnquiryView, w: Words): string {
  if (view.kind === 'ADVICE') return '';
  const name = view.agreedName ?? '';
  return [
    view.agreedOn ? w('enquiries.one.agreedLine', { name, date: formatDate(view.agreedOn) }) : '',
    w(view.passOn ? 'enquiries.one.passOn' : 'enquiries.one.noPassOn'),
    view.notTo.length > 0 ? w('enquiries.one.notTo', { names: view.notTo.join(', ') }) : '',
    w(view.mayHear ? 'enquiries.one.mayHear' : 'enquiries.one.mayNotHear'),
  ]
    .filter(Boolean)
    .join('\n');
}
