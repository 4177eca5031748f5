/**
 * The points of a small line of figures, oldest first, in a box of the given size.
 * A line without change runs through the middle. Missing figures are left out, the rest keep their place.
 */
export function sparkPoints(
  figures: readonly (number | null)[],
  width: number,
  height: number,
): { x: number; y: number }[] {
  const known = figures.filter((figure): figure is number => figure !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const step = figures.length > 1 ? width / (figures.length - 1) : 0;
  return figures.flatMap((figure, index) =>
    figure === null
      ? []
      : [
          {
            x: index * step,
            y: high === low ? height / 2 : height - ((figure - low) / (high - low)) * height,
          },
        ],
  );
}
