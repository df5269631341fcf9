/**
 * Limits in bytes, which `npm run size -- --check` compares with the measured sizes. They are the present sizes
 * with some room, so that growth is noticed and decided on (see docs/decisions/0024-size-gate.md).
 */
export const limits = {
  package: { packed: 1_400_000, unpacked: 8_000_000 },
  /** Bundles for browsers with openapi-fetch inside, minified, gzip. */
  bundles: { "client with a token": 12_300, "every export": 24_000 },
  /** Files of the package without openapi-fetch, minified, gzip. */
  files: {
    "./dist/index.js": 22_000,
    "./dist/index.cjs": 25_000,
    "./dist/node.js": 65_000,
    "./dist/mock.js": 90_000,
    "./dist/validators.js": 30_000,
    "dist/cli/main.js": 240_000,
  },
};
