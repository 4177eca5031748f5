import { useState } from 'react';
import type { MakePackage, PackageView } from '@encircle/shared/episodes';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf } from '@web/providers/problem';
import { useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { Disclosure } from '@web/ui/Disclosure';
import { ErrorSummary } from '@web/ui/ErrorSummary';
import { Actions, FieldStack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { TextInput } from '@web/ui/TextInput';
import { PackageLights } from './PackageLights';

/** What goes to the new area: made here, as far as the family agreed, and proved by its fingerprint. */
export function PackageCard({ caseId }: { caseId: string }) {
  const w = useWords();
  const say = useProblemWords();
  const [receiver, setReceiver] = useState('');
  const [attempt, setAttempt] = useState(0);
  const send = useSend<MakePackage, PackageView>(`/episodes/${caseId}/transfer-package`, {
    refresh: [`/episodes/${caseId}/next-moves`],
  });
  const errors = send.error ? errorsOf(send.error) : [];
  return (
    <Card title={w('moves.package.title')}>
      <FieldStack>
        <p>{w('moves.package.note')}</p>
        <PackageLights caseId={caseId} />
        <ErrorSummary errors={errors} attempt={attempt} />
        {send.error && errors.length === 0 && (
          <Notice kind="red">{send.error.detail || say(send.error)}</Notice>
        )}
        <TextInput
          name="receiver"
          label={w('moves.package.receiver')}
          value={receiver}
          error={errors.find(({ field }) => field === 'receiver')?.message}
          onChange={(event) => setReceiver(event.target.value)}
        />
        <Actions>
          <Button
            kind="filled"
            disabled={send.isPending}
            onClick={() => {
              setAttempt((count) => count + 1);
              send.mutate({ receiver });
            }}
          >
            {w('moves.package.make')}
          </Button>
        </Actions>
        {send.data && <Made made={send.data} />}
      </FieldStack>
    </Card>
  );
}

function Made({ made }: { made: PackageView }) {
  const w = useWords();
  return (
    <>
      <Notice kind="good">
        {w('moves.package.made', { receiver: made.receiver, fingerprint: made.fingerprint.slice(0, 16) })}
      </Notice>
      <Actions>
        <Button kind="neutral" onClick={() => keep(made)}>
          {w('moves.package.keep')}
        </Button>
      </Actions>
      <Disclosure summary={w('moves.package.read')}>
        <p style={{ whiteSpace: 'pre-line' }}>{made.text}</p>
      </Disclosure>
    </>
  );
}

/** Onto the reader's own disk; the name of the file names nobody. */
function keep({ text, fingerprint }: PackageView): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `package-${fingerprint.slice(0, 8)}.txt`;
  link.click();
  URL.revokeObjectURL(address);
}
