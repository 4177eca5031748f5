import type { RelativeEffects } from '@encircle/shared/people';
import { useWords } from '@web/i18n/useWords';
import { Card, CardLines } from '@web/ui/Card';

const list = new Intl.ListFormat('en-GB');

export interface EffectsCardProps {
  name: string;
  who: string;
  effects: RelativeEffects;
}

/** Who may agree then, what becomes of what was agreed, and whose way in it shuts. Said before it is saved. */
export function EffectsCard({ name, who, effects }: EffectsCardProps) {
  const w = useWords();
  const { mayAgreeNow, mayAgreeThen, services, stands, portal } = effects;
  const names = (people: readonly string[]) =>
    people.length > 0 ? list.format(people) : w('kin.effects.nobody');
  const now = names(mayAgreeNow);
  const then = names(mayAgreeThen);
  return (
    <div role="status">
      <Card title={w('kin.effects.title')}>
        <CardLines>
          {now === then ? (
            <li>{w('kin.effects.same', { name, names: now })}</li>
          ) : (
            <>
              <li>{w('kin.effects.now', { name, names: now })}</li>
              <li>{w('kin.effects.then', { names: then })}</li>
            </>
          )}
          {services > 0 && (
            <li>{w(stands ? 'kin.effects.stands' : 'kin.effects.falls', { who, smart_count: services })}</li>
          )}
          <li>{w(`kin.effects.${portal}`, { who })}</li>
        </CardLines>
      </Card>
    </div>
  );
}
