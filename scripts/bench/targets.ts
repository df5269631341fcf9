/** Ratios that are wanted, for `npm run bench` to compare with. */
export const wantedRatios = {
  cpu: 2,
  cpuToOpenapiFetch: 1.2,
  loopbackToOpenapiFetch: 1.03,
  paging: 1.1,
  mock: 1 / 1.5,
};

/** Milliseconds that csbs proxy may add to a call over loopback. */
export const wantedOverhead = 1.5;
