/** A line drawn without lifting the pen, in a box of 600 by 200. */
export type Stroke = readonly (readonly [x: number, y: number])[];

const WIDTH = 600;
const HEIGHT = 200;
/** Points nearer than this to the one before add nothing to see. */
const NEAR = 3;

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where in the box a pointer is, however large the box is drawn. */
export function pointIn(box: Box, at: { clientX: number; clientY: number }): [number, number] {
  const x = ((at.clientX - box.left) / box.width) * WIDTH;
  const y = ((at.clientY - box.top) / box.height) * HEIGHT;
  return [clamp(x, WIDTH), clamp(y, HEIGHT)];
}

/** Pen strokes as absolute M and L commands; a tap without a line is not a signature. */
export function pathOf(strokes: readonly Stroke[]): string {
  return strokes
    .map(thin)
    .filter((stroke) => stroke.length > 1)
    .map((stroke) => stroke.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(' '))
    .join(' ');
}

function thin(stroke: Stroke): Stroke {
  const kept: [number, number][] = [];
  for (const [x, y] of stroke) {
    const last = kept.at(-1);
    if (!last || Math.hypot(x - last[0], y - last[1]) >= NEAR) kept.push([x, y]);
  }
  return kept;
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, Math.round(value)));
}
