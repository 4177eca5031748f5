import { useWords } from '@web/i18n/useWords';
import { Chip, ChipRow } from '@web/ui/Chip';

export interface ChildChoice {
  id: string;
  /** Null before a baby has a name. */
  name: string | null;
}

interface ChildSwitchProps {
  items: readonly ChildChoice[];
  /** Null: what is about the whole family beside what is about each. */
  value: string | null;
  onChange: (childId: string | null) => void;
  /** One child at a time, as where each has a part of their own. */
  oneOnly?: boolean;
}

/** Whose part of a family record is shown. Nothing where the record is about one child. */
export function ChildSwitch({ items, value, onChange, oneOnly = false }: ChildSwitchProps) {
  const w = useWords();
  if (items.length < 2) return null;
  return (
    <ChipRow label={w('ui.children.label')}>
      {!oneOnly && (
        <Chip on={value === null} onClick={() => onChange(null)}>
          {w('ui.children.all')}
        </Chip>
      )}
      {items.map(({ id, name }) => (
        <Chip key={id} on={value === id} onClick={() => onChange(id)}>
          {name ?? w('ui.children.baby')}
        </Chip>
      ))}
    </ChipRow>
  );
}
