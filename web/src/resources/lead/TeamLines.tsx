import { useState } from 'react';
import { formatDate, londonDate } from '@encircle/shared/dates';
import type { TeamMemberView, TeamView } from '@encircle/shared/episodes';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useSend } from '@web/providers/useGet';
import { RecipientReference } from '@web/resources/agreements/RecipientReference';
import { Button } from '@web/ui/Button';
import { Card, CardLines } from '@web/ui/Card';
import { Dialog } from '@web/ui/Dialog';
import { Notice } from '@web/ui/Notice';
import { Tag } from '@web/ui/Tag';
import { TextInput } from '@web/ui/TextInput';

export function TeamLines({ caseId, team }: { caseId: string; team: TeamView }) {
  const w = useWords();
  const [leaving, setLeaving] = useState<TeamMemberView | null>(null);
  const kind = (member: TeamMemberView) =>
    member.kind === 'LP' ? w('lead.leads') : member.kind === 'AUTHOR' ? w('lead.author') : w('lead.member');
  return (
    <Card title={w('lead.title')} count={team.members.length} flush>
      <CardLines>
        {team.members.map((member) => (
          <li key={`${member.userId} ${member.kind}`}>
            <strong>{member.name}</strong>{' '}
            <Tag tone={member.kind === 'LP' ? 'teal' : 'neutral'}>{kind(member)}</Tag>{' '}
            {member.interim && <span>{w('lead.interim')}</span>}
            <div style={{ color: 'var(--ink-soft)', fontSize: '0.875rem' }}>
              {[member.jobTitle, member.agency, member.phone].filter(Boolean).join(' · ')}
              {' · '}
              {w('lead.since', { date: formatDate(londonDate(member.since)) })}
            </div>
            <RecipientReference caseId={caseId} userId={member.userId} agencyId={member.agencyId} />
            {team.mayChange && member.kind === 'TACM' && (
              <Button size="small" kind="quiet" onClick={() => setLeaving(member)}>
                {w('lead.end')}
              </Button>
            )}
          </li>
        ))}
      </CardLines>
      {leaving && <EndPlace caseId={caseId} member={leaving} onClose={() => setLeaving(null)} />}
    </Card>
  );
}

interface EndPlaceProps {
  caseId: string;
  member: TeamMemberView;
  onClose: () => void;
}

function EndPlace({ caseId, member, onClose }: EndPlaceProps) {
  const w = useWords();
  const say = useProblemWords();
  const [reason, setReason] = useState('');
  const send = useSend(`/episodes/${caseId}/team/${member.userId}`, {
    method: 'DELETE',
    reason,
    refresh: [`/episodes/${caseId}`],
  });
  return (
    <Dialog
      open
      title={w('lead.endQuestion', { name: member.name })}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="filled"
            disabled={send.isPending || reason.trim().length < 3}
            onClick={() => send.mutate(undefined, { onSuccess: onClose })}
          >
            {w('lead.end')}
          </Button>
          <Button kind="neutral" onClick={onClose}>
            {w('lead.endKeep')}
          </Button>
        </>
      }
    >
      {send.error && <Notice kind="red">{send.error.detail || say(send.error)}</Notice>}
      <TextInput
        name="reason"
        label={w('lead.endReason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}
