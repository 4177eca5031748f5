import { useRef, useState } from 'react';
import type { UploadView } from '@encircle/shared/documents';
import { FILE_REFUSALS, MOST_BYTES } from '@encircle/shared/files';
import { useProblemWords } from '@web/pages/useProblemWords';
import { api } from '@web/providers/http';
import { errorsOf, type Problem } from '@web/providers/problem';

export interface Upload {
  sending: boolean;
  /** Why the last file was not taken. */
  refused: string | null;
  take: (file: File) => void;
  clear: () => void;
}

/** Sends a file as soon as it is chosen, so that what is wrong with it is said while the form is still being filled in. */
export function useUpload(onChange: (upload: UploadView | null) => void): Upload {
  const say = useProblemWords();
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const latest = useRef(0);
  const take = (file: File) => {
    latest.current += 1;
    const mine = latest.current;
    const isLatest = (): boolean => mine === latest.current;
    onChange(null);
    setRefused(file.size > MOST_BYTES ? FILE_REFUSALS.TOO_LARGE : null);
    if (file.size > MOST_BYTES) return;
    setSending(true);
    api<UploadView>('/uploads', { method: 'POST', file })
      .then((upload) => isLatest() && onChange(upload))
      .catch((problem: Problem) => isLatest() && setRefused(errorsOf(problem)[0]?.message ?? say(problem)))
      .finally(() => isLatest() && setSending(false));
  };
  const clear = () => {
    latest.current += 1;
    setSending(false);
    setRefused(null);
    onChange(null);
  };
  return { sending, refused, take, clear };
}
