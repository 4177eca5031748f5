import { styled } from '@mui/material/styles';
import { Camera, FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import type { UploadView } from '@encircle/shared/documents';
import { ACCEPTED_FILES, ACCEPTED_PICTURES } from '@encircle/shared/files';
import { useWords } from '@web/i18n/useWords';
import { Button } from '@web/ui/Button';
import { ErrorText, Hint, Label } from '@web/ui/Field';
import { Actions } from '@web/ui/layout';
import { kindAndSize, takenOutWords } from './document.model';
import { useUpload } from './useUpload';

const Place = styled('div')({
  marginTop: 4,
  padding: 16,
  border: '1px dashed var(--control)',
  borderRadius: 8,
  '&[data-over]': { borderStyle: 'solid', background: 'var(--sunken)' },
  '&[data-wrong]': { borderColor: 'var(--red-mark)', borderWidth: 2, padding: 15 },
  '& .for-touch': { display: 'none' },
  '@media (pointer: coarse)': {
    '& .for-touch': { display: 'inline-flex' },
    '& .for-mouse': { display: 'none' },
  },
});
const Unseen = styled('input')({ display: 'none' });

export interface FileFieldProps {
  name: string;
  label: string;
  hint?: string;
  /** Scans and drawings: pictures first, with the camera. */
  value: UploadView | null;
  onChange: (upload: UploadView | null) => void;
  error?: string | undefined;
}

/** One file, chosen, dropped, or photographed. What is wrong with it is said here, and nothing else of the form is lost. */
export function FileField({ name, label, hint, value, onChange, error }: FileFieldProps) {
  const w = useWords();
  const upload = useUpload(onChange);
  const [over, setOver] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const photograph = useRef<HTMLInputElement>(null);
  const wrong = upload.refused ?? (value === null ? error : undefined);
  const take = (files: FileList | null) => {
    const [first] = files ?? [];
    if (first) upload.take(first);
  };
  const described = [`${name}-hint`, wrong && `${name}-error`, `${name}-said`].filter(Boolean).join(' ');
  return (
    <div>
      <Label htmlFor={name}>{label}</Label>
      <Hint id={`${name}-hint`}>{hint ?? w('documents.file.hint')}</Hint>
      <Place
        {...(over ? { 'data-over': '' } : {})}
        {...(wrong ? { 'data-wrong': '' } : {})}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <Unseen
          ref={file}
          type="file"
          accept={ACCEPTED_FILES}
          aria-hidden
          tabIndex={-1}
          onChange={(event) => take(event.target.files)}
          data-for={name}
        />
        <Unseen
          ref={photograph}
          type="file"
          accept={ACCEPTED_PICTURES}
          capture="environment"
          aria-hidden
          tabIndex={-1}
          onChange={(event) => take(event.target.files)}
        />
        <div id={`${name}-said`} role="status">
          {upload.sending && <p>{w('documents.file.sending')}</p>}
          {value && <Taken upload={value} />}
        </div>
        <Actions>
          <Button
            id={name}
            kind="neutral"
            icon={FileUp}
            aria-describedby={described}
            onClick={() => file.current?.click()}
          >
            {w(value ? 'documents.file.other' : 'documents.file.choose')}
          </Button>
          <Button
            className="for-touch"
            kind="neutral"
            icon={Camera}
            onClick={() => photograph.current?.click()}
          >
            {w('documents.file.photograph')}
          </Button>
          {value ? (
            <Button kind="quiet" onClick={upload.clear}>
              {w('documents.file.takeOut')}
            </Button>
          ) : (
            <span className="for-mouse">{w('documents.file.drop')}</span>
          )}
        </Actions>
      </Place>
      {wrong && <ErrorText id={`${name}-error`}>{wrong}</ErrorText>}
    </div>
  );
}

function Taken({ upload }: { upload: UploadView }) {
  const w = useWords();
  const what = takenOutWords(upload);
  return (
    <>
      <p>
        <strong>{w('documents.file.ready', kindAndSize(upload))}</strong>
        {upload.pages !== null && ` · ${w('documents.pages', { smart_count: upload.pages })}`}
      </p>
      {what !== '' && <p>{w('documents.file.takenOut', { what })}</p>}
      {upload.state === 'QUARANTINED' && <p>{w('documents.file.waits')}</p>}
    </>
  );
}
