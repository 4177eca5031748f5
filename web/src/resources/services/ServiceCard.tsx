import { labelOf, PRESENTING_ISSUES } from '@encircle/shared/codes';
import { formatDate } from '@encircle/shared/dates';
import type { ServiceView } from '@encircle/shared/services';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Facts } from '@web/ui/Facts';
import { Actions, Stack } from '@web/ui/layout';
import { Tag } from '@web/ui/Tag';

/** One service: what it does and for whom, how to ask, and when that was last checked. */
export function ServiceCard({ service, onChange }: { service: ServiceView; onChange?: () => void }) {
  const w = useWords();
  const { name, agency, ageFrom, ageTo, levels, topics } = service;
  const facts: [string, string | null][] = [
    [w('services.how'), service.how],
    [w('services.phone'), service.phone],
    [w('services.opening'), service.opening],
    [w('services.area'), service.area],
    [w('services.contact'), service.specialist ? null : service.contact],
  ];
  return (
    <Card title={name} note={agency}>
      <Stack style={{ gap: 12 }}>
        <p>{service.what}</p>
        <Actions>
          <Tag>{w('services.ages', { from: ageFrom, to: ageTo })}</Tag>
          <Tag>{w('services.levelsOf', { levels: levels.join(', ') })}</Tag>
          {topics.map((code) => (
            <Tag key={code} tone="outline">
              {labelOf(PRESENTING_ISSUES, code)}
            </Tag>
          ))}
          {service.specialist && <Tag tone="plum">{w('services.specialist')}</Tag>}
        </Actions>
        <Facts facts={facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]))} />
        <p>
          <small>
            {w('services.checked', { date: formatDate(service.checkedOn), name: service.checkedBy })}
          </small>
        </p>
        {onChange && (
          <Actions>
            <Button
              size="small"
              kind="neutral"
              aria-label={w('services.changeOf', { name })}
              onClick={onChange}
            >
              {w('services.change')}
            </Button>
          </Actions>
        )}
      </Stack>
    </Card>
  );
}
