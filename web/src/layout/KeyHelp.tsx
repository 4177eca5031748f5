import { styled } from '@mui/material/styles';
import { useWords } from '@web/i18n/useWords';
import { useMe } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Dialog } from '@web/ui/Dialog';
import { Key } from '@web/ui/layout';
import { RadioGroup } from '@web/ui/RadioGroup';
import { setLetterKeys, useLetterKeys } from './letter-keys';

const List = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'auto 1fr',
  gap: '8px 20px',
  marginBottom: 20,
  '& dt': { display: 'flex', gap: 6, alignItems: 'center' },
});

const keysOf = (hideKey: string) =>
  [
    [['/'], 'shell.keys.jump'],
    [['g', 'w'], 'shell.keys.week'],
    [['g', 'f'], 'shell.keys.find'],
    [['g', 'c'], 'shell.keys.cases'],
    [['g', 'm'], 'shell.keys.meetings'],
    [['Ctrl + Enter'], 'shell.keys.next'],
    [[hideKey], 'shell.keys.hide'],
    [['?'], 'shell.keys.help'],
  ] as const;

/** Which keys do what; letters can be turned off for those whose tools use them. */
export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const w = useWords();
  const letters = useLetterKeys();
  const { hideKey } = useMe().settings;
  return (
    <Dialog
      open={open}
      title={w('shell.keys.title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{w('shell.keys.close')}</Button>}
    >
      <List>
        {keysOf(hideKey).map(([keys, does]) => (
          <div key={does} style={{ display: 'contents' }}>
            <dt>
              {keys.map((key, index) => (
                <span key={key}>
                  {index > 0 && `${w('shell.keys.then')} `}
                  <Key>{key}</Key>
                </span>
              ))}
            </dt>
            <dd>{w(does)}</dd>
          </div>
        ))}
      </List>
      <RadioGroup
        name="letter-keys"
        label={w('shell.keys.letters')}
        hint={w('shell.keys.lettersHint')}
        options={[
          { value: 'on', label: w('shell.keys.on') },
          { value: 'off', label: w('shell.keys.off') },
        ]}
        value={letters ? 'on' : 'off'}
        onChange={(value) => setLetterKeys(value === 'on')}
      />
    </Dialog>
  );
}
