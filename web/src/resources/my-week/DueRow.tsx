import { useQueryClient } from '@tanstack/react-query';
import {
  Baby,
  CalendarPlus,
  Check,
  Eye,
  FilePenLine,
  Handshake,
  Hourglass,
  Mail,
  Send,
  ShieldAlert,
  ShieldCheck,
  UserRoundPlus,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { useState } from 'react';
import type { DueItem, DueKind } from '@encircle/shared/my-week';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { api } from '@web/providers/http';
import { useToday } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { URGENCY } from '@web/ui/due';
import { ListRow } from '@web/ui/ListRow';
import { Tag } from '@web/ui/Tag';
import { placeOf, useDueWords } from './useDueWords';

const ICONS: Record<DueKind, LucideIcon> = {
  ACTION: Check,
  ACCEPT_ACTION: Check,
  REPORT: FilePenLine,
  ANSWER: Mail,
  REMIND: Mail,
  OFFER: Handshake,
  FIND_LEAD: UserRoundPlus,
  MEETING: Users,
  RECORD_MEETING: FilePenLine,
  MINUTES: Send,
  SET_REVIEW: CalendarPlus,
  AGREEMENT: ShieldCheck,
  CLOSING: Check,
  EMERGENCY: ShieldAlert,
  ACCESS_REVIEW: ShieldAlert,
  FINISH_SHARING: FilePenLine,
  SHARING: ShieldAlert,
  POLICE_NOTICE: ShieldAlert,
  CONTRIBUTE: FilePenLine,
  CONTRIBUTION: FilePenLine,
  CHASE: Mail,
  RETURNED: FilePenLine,
  OVERSEE: Eye,
  ORDER_REVIEW: ShieldCheck,
  BIRTH_CHECK: Baby,
  TURNS_18: CalendarPlus,
  AGREE_AFTER_BIRTH: FilePenLine,
  SHIELD_REVIEW: ShieldCheck,
  SHIELD_ASKED: ShieldAlert,
  LONG_OPEN: Hourglass,
  MANY_REVIEWS: Hourglass,
  UNSEEN: Eye,
  EVIDENCE_CHECK: Eye,
};

const phone = () => window.matchMedia('(max-width: 599px)').matches;

/** One due thing: whose, what, when, and the button that does it. Filled when overdue or due today. */
export function DueRow({ item, onSaid }: { item: DueItem; onSaid: (words: string) => void }) {
  const w = useWords();
  const words = useDueWords(useToday())(item);
  const urgent = item.group === 'OVERDUE' || item.group === 'TODAY';
  const urgency = URGENCY[item.group === 'OVERDUE' ? 'overdue' : 'today'];
  const asked = item.kind === 'CONTRIBUTE' ? item.text : null;
  const name =
    item.child?.fullName ?? asked ?? (item.episodeId === null ? w('week.noCase') : w('week.someone'));
  return (
    <ListRow
      person={name}
      {...(item.child?.age == null ? {} : { personNote: w('week.years', { smart_count: item.child.age }) })}
      what={words.what}
      whatNote={words.note}
      when={
        urgent ? (
          <Tag tone={urgency.tone} mark={urgency.mark}>
            {words.when}
          </Tag>
        ) : (
          words.when
        )
      }
      whenNote={words.whenNote}
      action={<DueButton item={item} verb={words.verb} name={name} what={words.what} onSaid={onSaid} />}
    />
  );
}

interface DueButtonProps {
  item: DueItem;
  verb: string;
  name: string;
  what: string;
  onSaid: (words: string) => void;
}

function DueButton({ item, verb, name, what, onSaid }: DueButtonProps) {
  const w = useWords();
  const say = useProblemWords();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const to = placeOf(item);
  const kind = item.mine && (item.group === 'OVERDUE' || item.group === 'TODAY') ? 'filled' : 'outlined';
  const look = {
    kind,
    size: 'small',
    'aria-label': `${verb}: ${name}, ${what}`,
    ...(phone() ? { icon: ICONS[item.kind] } : {}),
  } as const;
  if (to !== null)
    return (
      <Button {...look} to={to}>
        {verb}
      </Button>
    );
  const accept = item.kind === 'ACCEPT_ACTION';
  const act = async () => {
    setBusy(true);
    try {
      await api(`/actions/${item.recordId}`, {
        method: 'PATCH',
        body: { version: item.version, status: accept ? 'AGREED' : 'DONE' },
      });
      onSaid(w(accept ? 'week.accepted' : 'week.done', { text: item.text ?? '' }));
      await client.invalidateQueries({ queryKey: ['api', '/my/week'] });
    } catch (error) {
      onSaid(say(error));
      setBusy(false);
    }
  };
  return (
    <Button {...look} disabled={busy} onClick={() => void act()}>
      {verb}
    </Button>
  );
}
