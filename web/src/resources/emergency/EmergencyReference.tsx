import GlobalStyles from '@mui/material/GlobalStyles';
import type { BreakGlassView } from '@encircle/shared/emergency-access';
import { INFORMATION_CATEGORIES, labelOf } from '@encircle/shared/codes';
import { londonTime } from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { EmergencyBanner } from '@web/ui/EmergencyBanner';
import { useLive, useMinutesLeft } from './useLive';

/** While an emergency view of this case is open: until when, who knows, and a way to end it. Nothing prints. */
export function LiveBanner({ view, onCase = false }: { view: BreakGlassView; onCase?: boolean }) {
  const w = useWords();
  const minutes = useMinutesLeft(view);
  const end = useSend(`/break-glass/${view.id}/end`, { refresh: ['/my/break-glass', '/episodes/'] });
  if (minutes === 0) return null;
  const kinds = view.categories.map((kind) => labelOf(INFORMATION_CATEGORIES, kind).toLowerCase()).join(', ');
  return (
    <>
      <GlobalStyles
        styles={{
          '@media print': {
            'body > *': { display: 'none !important' },
            'body::after': { content: JSON.stringify(w('emergency.view.noPrint')) },
          },
        }}
      />
      <EmergencyBanner minutesLeft={minutes} onStop={() => end.mutate(undefined)}>
        {w('emergency.view.banner', {
          kinds,
          time: londonTime(view.endsAt ?? ''),
          reference: view.reference,
        })}{' '}
        {view.endsOnLeaving && w('emergency.view.leaving')}
        {onCase && (
          <Button kind="quiet" size="small" to={`/cases/${view.episodeId}/emergency/${view.id}`}>
            {w('emergency.view.onCase')}
          </Button>
        )}
      </EmergencyBanner>
    </>
  );
}

/** The banner on the pages of a case, for whoever has it open in an emergency. */
export function CaseBanner({ caseId }: { caseId: string }) {
  const { data } = useLive();
  const open = (data?.items ?? []).filter((view) => view.live && view.episodeId === caseId);
  return (
    <>
      {open.map((view) => (
        <div key={view.id} style={{ marginBottom: 16 }}>
          <LiveBanner view={view} onCase />
        </div>
      ))}
    </>
  );
}
