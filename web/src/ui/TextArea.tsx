import { useEffect, useLayoutEffect, useRef, type Ref, type TextareaHTMLAttributes } from 'react';
import { Area } from './control';
import { Field, type FieldText } from './Field';
import { idOf } from './TextInput';

export interface TextAreaProps extends FieldText, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> {
  ref?: Ref<HTMLTextAreaElement>;
}

function grow(area: HTMLTextAreaElement | null) {
  if (!area) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
}

/** Several lines of text; the box grows with what is written, so nothing hides. */
export function TextArea({
  label,
  hint,
  error,
  optional,
  id,
  ref,
  onInput,
  rows = 4,
  ...rest
}: TextAreaProps) {
  const own = useRef<HTMLTextAreaElement | null>(null);
  useLayoutEffect(() => grow(own.current), [rest.value]);
  // Words wrap anew when the column becomes narrower.
  useEffect(() => {
    const area = own.current;
    if (!area || typeof ResizeObserver === 'undefined') return;
    let width = area.clientWidth;
    const watcher = new ResizeObserver(() => {
      if (area.clientWidth === width) return;
      width = area.clientWidth;
      grow(area);
    });
    watcher.observe(area);
    return () => watcher.disconnect();
  }, []);
  const text = { label, hint, error, ...(optional ? { optional } : {}) };
  return (
    <Field {...text} {...idOf(id, rest.name)}>
      {(ties) => (
        <Area
          rows={rows}
          {...rest}
          {...ties}
          ref={(area) => {
            own.current = area;
            if (typeof ref === 'function') ref(area);
            else if (ref) ref.current = area;
          }}
          onInput={(event) => {
            grow(event.currentTarget);
            onInput?.(event);
          }}
        />
      )}
    </Field>
  );
}
