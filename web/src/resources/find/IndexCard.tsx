import { styled } from '@mui/material/styles';
import { Check, FolderOpen, Phone, ShieldAlert, UserPlus } from 'lucide-react';
import { Link } from 'react-router';
import type { FindAnswer } from '@encircle/shared/people';
import { formatDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { CardLines } from '@web/ui/Card';
import { Actions } from '@web/ui/layout';
import { typedInWords, type FindForm } from './find.model';

const Shell = styled('section')({
  border: '1px solid var(--line)',
  borderRadius: 8,
  background: 'var(--surface)',
  boxShadow: 'var(--edge)',
  overflow: 'hidden',
  '& .told': {
    background: 'var(--teal-pale)',
    borderBottom: '1px solid var(--teal-line)',
    padding: '20px 24px',
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: 16,
  },
  '& h3': { fontSize: '1.25rem', lineHeight: '1.75rem', fontWeight: 700 },
  '& ul.same': { listStyle: 'none', padding: 0, margin: '10px 0', display: 'grid', gap: 6 },
  '& ul.same li': { display: 'flex', gap: 8, alignItems: 'start' },
  '& ul.same svg': { flex: 'none', marginTop: 3 },
  '& dl': { display: 'flex', flexWrap: 'wrap', gap: '4px 32px', margin: '12px 0 16px' },
  '& dt': { fontSize: '0.875rem', color: 'var(--ink-soft)' },
  '& .foot': { padding: '12px 24px', fontSize: '0.875rem', color: 'var(--ink-soft)' },
  '@media (max-width: 599px)': { '& .told': { padding: 16 }, '& .foot': { padding: '12px 16px' } },
});

const tel = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;

export interface IndexCardProps {
  answer: FindAnswer;
  form: FindForm;
  onNotSame: () => void;
  /** Left out where this role does not ask. */
  onJoin?: (() => void) | undefined;
}

/** About everyone: that a record may exist, what agreed, and whom to ring. Never more than was typed. */
export function IndexCard({ answer, form, onNotSame, onJoin }: IndexCardProps) {
  const w = useWords();
  const { index, cafTeam } = answer;
  const lead = index.leadProfessional;
  const contact = lead ? { name: lead.fullName, phone: lead.phone } : cafTeam;
  const role = lead ? [lead.jobTitle, lead.agencyName].filter(Boolean).join(', ') : '';
  return (
    <Shell aria-labelledby="index-title">
      <div className="told">
        <FolderOpen size={22} strokeWidth={1.75} aria-hidden />
        <div>
          <h3>{typedInWords(form)}</h3>
          <p>{w(lead ? 'find.index.lead' : 'find.index.unlisted')}</p>
          <ul className="same">
            {index.matchedOn.map((key) => (
              <li key={key}>
                <Check size={18} strokeWidth={1.75} aria-hidden />
                <span>
                  <strong>{w(`find.index.matched.${key as 'NHS_NUMBER'}`)}</strong> {w('find.index.asTyped')}
                </span>
              </li>
            ))}
          </ul>
          {contact && (
            <dl>
              <div>
                <dt>{w(lead ? 'find.index.leadLabel' : 'find.index.teamLabel')}</dt>
                <dd>
                  <strong>{contact.name}</strong>
                  {role && `, ${role}`}
                </dd>
              </div>
              {contact.phone && (
                <div>
                  <dt>{w('find.index.phone')}</dt>
                  <dd>
                    <a href={tel(contact.phone)}>{contact.phone}</a>
                  </dd>
                </div>
              )}
            </dl>
          )}
          <Actions>
            {contact?.phone && (
              <Button kind="filled" icon={Phone} href={tel(contact.phone)}>
                {w('find.index.ring', { name: contact.name })}
              </Button>
            )}
            {onJoin && (
              <Button kind="outlined" icon={UserPlus} onClick={onJoin}>
                {w('find.index.join')}
              </Button>
            )}
            {index.emergency && (
              <Button kind="neutral" icon={ShieldAlert} to={`/cases/${index.emergency.episodeId}/emergency`}>
                {w('emergency.ask.title')}
              </Button>
            )}
            <Button kind="quiet" onClick={onNotSame}>
              {w('find.index.notSame')}
            </Button>
          </Actions>
        </div>
      </div>
      {index.rows.length > 0 && <IndexRows answer={answer} />}
      <p className="foot">{w(lead ? 'find.index.agreedFoot' : 'find.index.unlistedFoot')}</p>
    </Shell>
  );
}

/** The row of the index, for the CAF team and the front door. */
function IndexRows({ answer }: { answer: FindAnswer }) {
  const w = useWords();
  return (
    <CardLines aria-label={w('find.index.rowTitle', { smart_count: answer.index.rows.length })}>
      {answer.index.rows.map((row) => (
        <li key={row.episodeId}>
          <strong>{row.fullName}</strong>
          {row.dateOfBirth && `, ${w('find.index.born', { date: formatDate(row.dateOfBirth) })}`} ·{' '}
          {row.reference} <Link to={`/cases/${row.episodeId}`}>{w('find.index.open')}</Link> ·{' '}
          <Link to={`/cases/${row.episodeId}/emergency`}>{w('emergency.entry')}</Link>
        </li>
      ))}
    </CardLines>
  );
}
