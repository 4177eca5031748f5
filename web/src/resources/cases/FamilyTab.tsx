import { styled } from '@mui/material/styles';
import { Pencil, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { CaseView } from '@encircle/shared/cases';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { EmptyState } from '@web/ui/EmptyState';
import { PageTitle } from '@web/ui/PageTitle';
import { Actions, Stack } from '@web/ui/layout';
import { ContactOrdersCard } from '@web/resources/contact-orders/ContactOrdersReference';
import { RecordChildrenCard } from '@web/resources/family-record/RecordChildrenReference';
import { BabyCard } from './BabyCard';
import { kinOf, teamOf } from './case.model';
import { FamilyTable } from './FamilyTable';
import { FamilyTree } from './FamilyTree';
import { HelperCard, RelativeCard } from './WhoCard';
import { LinkButton } from './LinkButton';
import { whoseCase } from './whose';

const Cards = styled('ul')({
  listStyle: 'none',
  padding: 0,
  display: 'grid',
  gap: 16,
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
});
const Heading = styled('h2')({
  fontSize: '1.25rem',
  lineHeight: '1.75rem',
  fontWeight: 700,
  marginBottom: 12,
});

/** Who is who: the family as a picture and as a table, then a card for each person. */
export function FamilyTab({ view, title }: { view: CaseView; title: string }) {
  const w = useWords();
  const [table, setTable] = useState(false);
  const { chosen } = whoseCase(view);
  const helpers = teamOf(view.team);
  const swap = (
    <LinkButton aria-pressed={table} onClick={() => setTable(!table)}>
      {w(table ? 'ui.seeChart' : 'ui.seeTable')}
    </LinkButton>
  );
  const keep = view.actions.includes('family.keep') && (
    <Actions>
      {view.children
        .filter(({ stub }) => !stub)
        .map(({ id, chosenName }) => (
          <Button key={id} kind="outlined" icon={Pencil} to={`/cases/${view.id}/children/${id}/relatives`}>
            {w('cases.family.keep', { name: chosenName })}
          </Button>
        ))}
    </Actions>
  );
  return (
    <>
      <PageTitle
        title={w('cases.family.title')}
        note={w('cases.family.note', { name: chosen })}
        tab={title}
        section
        actions={
          view.actions.includes('team.change') && (
            <Button kind="outlined" icon={UserPlus} to={`/cases/${view.id}/team`}>
              {w('cases.family.team')}
            </Button>
          )
        }
      />
      <Stack>
        <BabyCard view={view} />
        <RecordChildrenCard view={view} />
        {view.relatives.length === 0 ? (
          <EmptyState title={w('cases.family.empty')} action={keep}>
            {w('cases.family.emptyBody')}
          </EmptyState>
        ) : (
          <Card title={w('cases.family.tree')} link={swap} flush={table} foot={keep}>
            {table ? <FamilyTable view={view} /> : <FamilyTree view={view} />}
          </Card>
        )}
        {view.limited === null && <ContactOrdersCard view={view} />}
        {view.relatives.length > 0 && (
          <section aria-labelledby="who-family">
            <Heading id="who-family">{w('cases.family.relatives')}</Heading>
            <Cards>
              {kinOf(view.relatives).map((kin) => (
                <RelativeCard key={`${kin.relative.id} ${kin.relative.kind}`} view={view} kin={kin} />
              ))}
            </Cards>
          </section>
        )}
        {helpers.length > 0 && (
          <section aria-labelledby="who-helps">
            <Heading id="who-helps">{w('cases.family.helpers')}</Heading>
            <Cards>
              {helpers.map((member) => (
                <HelperCard key={member.userId} view={view} member={member} />
              ))}
            </Cards>
          </section>
        )}
      </Stack>
    </>
  );
}
