import type { CaseView } from '@encircle/shared/cases';
import {
  familyLabelOf,
  labelOf,
  LIVES_WITH_CHILD,
  PARENTAL_RESPONSIBILITY,
  RELATIONSHIPS,
} from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { DataTable } from '@web/ui/DataTable';
import { PhoneLink } from './PhoneLink';

/** The family as a table: the same as the picture and more exact. */
export function FamilyTable({ view }: { view: CaseView }) {
  const w = useWords();
  const nameOf = (childId: string) => view.children.find(({ id }) => id === childId)?.chosenName ?? '';
  return (
    <DataTable
      label={w('cases.family.table')}
      rows={view.relatives}
      rowKey={({ id, childId }) => `${id} ${childId}`}
      columns={[
        { key: 'person', title: w('cases.family.person'), head: true, cell: ({ name }) => name },
        {
          key: 'relation',
          title: w('cases.family.relation'),
          cell: ({ kind, childId }) =>
            w('cases.family.to', {
              relation: familyLabelOf(RELATIONSHIPS, kind) ?? '',
              names: nameOf(childId),
            }),
        },
        {
          key: 'lives',
          title: w('cases.family.lives'),
          cell: ({ livesWith }) => labelOf(LIVES_WITH_CHILD, livesWith),
        },
        {
          key: 'pr',
          title: w('cases.family.pr'),
          cell: ({ hasPr }) => labelOf(PARENTAL_RESPONSIBILITY, hasPr),
        },
        {
          key: 'phone',
          title: w('cases.family.phone'),
          cell: ({ name, phone }) =>
            phone ? <PhoneLink name={name} phone={phone} /> : w('cases.family.none'),
        },
      ]}
    />
  );
}
