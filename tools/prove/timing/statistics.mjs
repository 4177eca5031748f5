/** @param {readonly number[]} values @returns {number} */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/**
 * Mann and Whitney's test, two-sided, by its normal approximation with ties: how likely two samples of one and the same
 * thing would lie as far apart as these do. Good from some twenty values a side.
 * @param {readonly number[]} these @param {readonly number[]} those @returns {number} p
 */
export function mannWhitney(these, those) {
  const all = [
    ...these.map((value) => ({ value, first: true })),
    ...those.map((value) => ({ value, first: false })),
  ];
  all.sort((a, b) => a.value - b.value);
  let rankSum = 0;
  let ties = 0;
  for (let start = 0; start < all.length;) {
    let end = start;
    while (end < all.length && all[end]?.value === all[start]?.value) end += 1;
    const rank = (start + end + 1) / 2;
    for (let n = start; n < end; n += 1) if (all[n]?.first) rankSum += rank;
    const alike = end - start;
    ties += alike ** 3 - alike;
    start = end;
  }
  const [n, m] = [these.length, those.length];
  const u = rankSum - (n * (n + 1)) / 2;
  const total = n + m;
  const spread = Math.sqrt(((n * m) / 12) * (total + 1 - ties / (total * (total - 1))));
  if (spread === 0) return 1;
  return 2 * (1 - normal(Math.max(0, Math.abs(u - (n * m) / 2) - 0.5) / spread));
}

/** The share of a normal distribution below z, after Abramowitz and Stegun 26.2.17 (good to seven places). */
function normal(z) {
  const t = 1 / (1 + 0.2316419 * z);
  const tail =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail;
}
