/** A point on the child's ring. */
export interface RingPoint {
  x: number;
  y: number;
}

/**
 * Where the people around a child stand: evenly on a circle, the first at the top, clockwise.
 * @param count how many places
 * @param radius of the circle, about the point 0,0
 */
export function ringPoints(count: number, radius: number): RingPoint[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = (index / Math.max(count, 1)) * 2 * Math.PI - Math.PI / 2;
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
}
