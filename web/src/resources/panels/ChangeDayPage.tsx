import { useParams } from 'react-router';
import type { PanelDayView } from '@encircle/shared/panels';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useGet } from '@web/providers/useGet';
import { Card } from '@web/ui/Card';
import { PageTitle } from '@web/ui/PageTitle';
import { DayForm } from './DayForm';

export default function ChangeDayPage() {
  const { dayId = '' } = useParams();
  const w = useWords();
  const query = useGet<PanelDayView>(`/panel-days/${dayId}`);
  return (
    <Loaded query={query}>
      {(day) => (
        <>
          <PageTitle title={w('panels.form.changeTitle')} />
          <Card>
            <DayForm day={day} />
          </Card>
        </>
      )}
    </Loaded>
  );
}
