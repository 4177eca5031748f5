import { styled } from '@mui/material/styles';
import { EyeOff } from 'lucide-react';
import { useWords } from '@web/i18n/useWords';
import { useMe } from '@web/providers/me';
import { Button } from '@web/ui/Button';
import { Key } from '@web/ui/layout';
import { hideNow } from './hide';

const Wide = styled('span')({
  '@media (max-width: 1099px)': { display: 'none' },
  '& kbd': { marginLeft: 10 },
});
const Short = styled('span')({ '@media (min-width: 1100px)': { display: 'none' } });

/** Replaces the screen with a neutral page at once and locks the session. */
export function QuickHideButton() {
  const w = useWords();
  const { hideKey } = useMe().settings;
  return (
    <Button
      kind="neutral"
      icon={EyeOff}
      onClick={hideNow}
      aria-label={w('shell.hide')}
      aria-keyshortcuts={hideKey}
    >
      <Wide>
        {w('shell.hide')}
        <Key aria-hidden>{hideKey}</Key>
      </Wide>
      <Short>{w('shell.hideShort')}</Short>
    </Button>
  );
}
