import { Link } from 'react-router';
import type { AgreementsView } from '@encircle/shared/consents';
import { formatDate } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { Light } from '@web/ui/Light';
import { Stack } from '@web/ui/layout';
import { passedOn, type PassedOnKind } from './moves.model';

/** May the record go to the new area? Of each child, before the package is made: what goes, what stays, and how to ask. */
export function PackageLights({ caseId }: { caseId: string }) {
  const w = useWords();
  const agreements = useGet<AgreementsView>(`/episodes/${caseId}/consents`);
  const words = (kinds: readonly PassedOnKind[]): string =>
    kinds.map((kind) => w(`ui.share.kind.${kind}`)).join(', ');
  return (
    <Loaded query={agreements}>
      {({ subjects, lines }) => (
        <Stack style={{ gap: 12 }}>
          {subjects.map(({ personId, name }) => {
            const { state, agreed, left, until } = passedOn(lines, personId);
            const answer = w(`moves.package.light.${state}`, { kinds: words(agreed) });
            return (
              <Light
                key={personId}
                state={state}
                from={
                  <>
                    {state === 'part' && `${w('moves.package.light.left', { kinds: words(left) })}. `}
                    {until && `${w('moves.package.light.until', { date: formatDate(until) })} `}
                    {state !== 'yes' && (
                      <Link to={`/cases/${caseId}/agreement/new`}>{w('moves.package.light.askFamily')}</Link>
                    )}
                  </>
                }
              >
                {subjects.length > 1 ? w('moves.package.light.about', { name, answer }) : answer}
              </Light>
            );
          })}
        </Stack>
      )}
    </Loaded>
  );
}
