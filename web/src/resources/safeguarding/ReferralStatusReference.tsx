import { useWords } from '@web/i18n/useWords';
import { Tag, type TagProps } from '@web/ui/Tag';

const LOOKS: Record<string, Pick<TagProps, 'tone' | 'mark'>> = {
  SENT: { tone: 'amber', mark: 'clock' },
  RECEIVED: { tone: 'amber', mark: 'clock' },
  ACCEPTED: { tone: 'good', mark: 'tick' },
  NOT_ACCEPTED: { tone: 'neutral', mark: 'barred' },
  CHALLENGED: { tone: 'slate', mark: 'open-diamond' },
};

export function ReferralStatus({ status }: { status: string }) {
  const w = useWords();
  return <Tag {...LOOKS[status]}>{w(`safeguarding.status.${status as 'SENT'}`)}</Tag>;
}
