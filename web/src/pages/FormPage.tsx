import type { ReactNode } from 'react';
import { Button } from '@web/ui/Button';
import { ErrorSummary, type FormError } from '@web/ui/ErrorSummary';
import { Actions, Stack } from '@web/ui/layout';

export interface FormPageProps {
  errors: readonly FormError[];
  attempt: number;
  onSave: () => Promise<unknown>;
  busy: boolean;
  /** What the button that saves says; null where there is nothing to save yet. */
  save: string | null;
  /** The way back, beside that button. */
  back: ReactNode;
  children: ReactNode;
}

/** A page that is one form: what is wrong above it, what is asked, and one button that saves. */
export function FormPage({ errors, attempt, onSave, busy, save, back, children }: FormPageProps) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onSave();
      }}
    >
      <Stack>
        <ErrorSummary errors={errors} attempt={attempt} />
        {children}
        <Actions>
          {save !== null && (
            <Button kind="filled" size="large" type="submit" disabled={busy}>
              {save}
            </Button>
          )}
          {back}
        </Actions>
      </Stack>
    </form>
  );
}
