import { Pencil, UserPlus } from 'lucide-react';
import type { CaseChild } from '@encircle/shared/cases';
import {
  labelOf,
  LIVES_WITH_CHILD,
  PARENTAL_RESPONSIBILITY,
  PR_BASES,
  relationBack,
  RELATIONSHIPS,
} from '@encircle/shared/codes';
import { formatDate } from '@encircle/shared/dates';
import type { RelativeList, RelativeView } from '@encircle/shared/people';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { NotFoundPage } from '@web/pages/NotFoundPage';
import { useGet } from '@web/providers/useGet';
import { useChildOfCase } from '@web/layout/useChildOfCase';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { DataTable } from '@web/ui/DataTable';
import { EmptyState } from '@web/ui/EmptyState';
import { Actions, Stack } from '@web/ui/layout';
import { PageTitle } from '@web/ui/PageTitle';
import { PastCard } from './PastCard';

/** Who belongs to one child, each to be put right or ended, and what was written down before. */
export default function KinPage() {
  const { caseId, childId, query, childOf } = useChildOfCase();
  const relatives = useGet<RelativeList>(`/children/${childId}/relatives`);
  return (
    <Loaded query={query}>
      {(view) => (
        <Loaded query={relatives}>
          {(list) => {
            const child = childOf(view);
            if (!child || !list.mayChange) return <NotFoundPage />;
            return <Kin caseId={caseId} child={child} ties={list.items} />;
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

function Kin({ caseId, child, ties }: { caseId: string; child: CaseChild; ties: readonly RelativeView[] }) {
  const w = useWords();
  const name = child.chosenName;
  const here = `/cases/${caseId}/children/${child.id}/relatives`;
  return (
    <>
      <PageTitle
        title={w('kin.title', { name })}
        note={w('kin.note')}
        actions={
          <Button kind="filled" icon={UserPlus} to={`${here}/new`}>
            {w('kin.add')}
          </Button>
        }
      />
      <Stack>
        {ties.length === 0 ? (
          <EmptyState title={w('kin.none')}>{w('kin.noneNote', { name })}</EmptyState>
        ) : (
          <Card flush>
            <DataTable
              label={w('kin.title', { name })}
              rows={ties}
              rowKey={({ id }) => id}
              columns={[
                { key: 'who', title: w('cases.family.person'), head: true, cell: ({ fullName }) => fullName },
                {
                  key: 'relation',
                  title: w('cases.family.relation'),
                  cell: (tie) => <Relation tie={tie} name={name} />,
                },
                {
                  key: 'lives',
                  title: w('cases.family.lives'),
                  cell: ({ livesWith }) => labelOf(LIVES_WITH_CHILD, livesWith),
                },
                {
                  key: 'pr',
                  title: w('cases.family.pr'),
                  cell: (tie) => <Responsibility tie={tie} />,
                },
                {
                  key: 'change',
                  title: w('kin.change'),
                  plain: true,
                  cell: ({ id, fullName }) => (
                    <Button
                      kind="neutral"
                      size="small"
                      icon={Pencil}
                      to={`${here}/${id}`}
                      aria-label={w('kin.changeNamed', { name: fullName })}
                    >
                      {w('kin.change')}
                    </Button>
                  ),
                },
              ]}
            />
          </Card>
        )}
        <PastCard childId={child.id} />
        <Actions>
          <Button kind="quiet" to={`/cases/${caseId}/family`}>
            {w('kin.toFamily')}
          </Button>
        </Actions>
      </Stack>
    </>
  );
}

/** A tie from both sides: "Mother of Ava", and beneath "Ava: child of Mia Ames". */
function Relation({ tie: { kind, fullName, validFrom }, name }: { tie: RelativeView; name: string }) {
  const w = useWords();
  const back = relationBack(kind);
  return (
    <span>
      {w('kin.to', { relation: labelOf(RELATIONSHIPS, kind), name })}
      {back && <small>{w('kin.back', { name, relation: back.toLowerCase(), who: fullName })}</small>}
      {validFrom && <small>{w('cases.family.since', { date: formatDate(validFrom) })}</small>}
    </span>
  );
}

function Responsibility({ tie: { hasPr, prBasis, prFrom, prEvidence } }: { tie: RelativeView }) {
  const w = useWords();
  return (
    <span>
      {labelOf(PARENTAL_RESPONSIBILITY, hasPr)}
      {hasPr === 'YES' && prBasis && <small>{labelOf(PR_BASES, prBasis)}</small>}
      {prFrom && <small>{w('cases.family.since', { date: formatDate(prFrom) })}</small>}
      {prEvidence && <small>{prEvidence}</small>}
    </span>
  );
}
