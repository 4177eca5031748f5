import type { CaseRelative, CaseView } from '@encircle/shared/cases';
import {
  familyLabelOf,
  labelOf,
  LIVES_WITH_CHILD,
  PARENTAL_RESPONSIBILITY,
  RELATIONSHIPS,
} from '@encircle/shared/codes';
import { useWords } from '@web/i18n/useWords';
import { DataTable } from '@web/ui/DataTable';
import { siblingTies } from './sibling-ties.model';
import { PhoneLink } from './PhoneLink';

/** One line: who somebody is to one child. */
interface Line {
  key: string;
  name: string;
  kind: string;
  childId: string;
  relative: CaseRelative | null;
}

/** Adults and others as written down; then the children, each to each of the others, as their parents tell. */
const linesOf = (view: CaseView): Line[] => [
  ...view.relatives.map((relative) => ({
    key: `${relative.id} ${relative.childId}`,
    name: relative.name,
    kind: relative.kind,
    childId: relative.childId,
    relative,
  })),
  ...siblingTies(view).map(({ childId, otherId, kind }) => ({
    key: `${childId} ${otherId}`,
    name: view.children.find(({ id }) => id === childId)?.name ?? '',
    kind,
    childId: otherId,
    relative: null,
  })),
];

/** The family as a table: the same as the picture and more exact, and read from both sides. */
export function FamilyTable({ view }: { view: CaseView }) {
  const w = useWords();
  const nameOf = (childId: string) => view.children.find(({ id }) => id === childId)?.chosenName ?? '';
  return (
    <DataTable
      label={w('cases.family.table')}
      rows={linesOf(view)}
      rowKey={({ key }) => key}
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
          cell: ({ relative }) => relative && labelOf(LIVES_WITH_CHILD, relative.livesWith),
        },
        {
          key: 'pr',
          title: w('cases.family.pr'),
          cell: ({ relative }) => relative && labelOf(PARENTAL_RESPONSIBILITY, relative.hasPr),
        },
        {
          key: 'phone',
          title: w('cases.family.phone'),
          cell: ({ name, relative }) =>
            relative &&
            (relative.phone ? <PhoneLink name={name} phone={relative.phone} /> : w('cases.family.none')),
        },
      ]}
    />
  );
}
