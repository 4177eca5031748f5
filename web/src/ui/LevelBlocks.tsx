import { styled } from '@mui/material/styles';
import { useWords } from '@web/i18n/useWords';

const Blocks = styled('span')({ display: 'inline-flex', gap: 3, marginLeft: 8, verticalAlign: 'middle' });
const Block = styled('span')({
  width: 17,
  height: 9,
  border: '1.5px solid var(--ink-soft)',
  borderRadius: 2,
  '&[data-full]': { background: 'var(--ink-soft)' },
});

export interface LevelBlocksProps {
  level: number;
  of?: number;
}

/** "Level 3 of 4" with as many blocks filled. */
export function LevelBlocks({ level, of = 4 }: LevelBlocksProps) {
  const w = useWords();
  return (
    <span>
      {w('ui.level', { level, of })}
      <Blocks aria-hidden>
        {Array.from({ length: of }, (_, index) => (
          <Block key={index} {...(index < level ? { 'data-full': '' } : {})} />
        ))}
      </Blocks>
    </span>
  );
}
