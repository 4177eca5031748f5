import { useWords } from '@web/i18n/useWords';
import { Card } from '@web/ui/Card';
import { PageTitle } from '@web/ui/PageTitle';
import { DayForm } from './DayForm';

export default function NewDayPage() {
  const w = useWords();
  return (
    <>
      <PageTitle title={w('panels.form.title')} />
      <Card>
        <DayForm day={null} />
      </Card>
    </>
  );
}
