/** Tests run the sources through esbuild; types are checked by `npm run types`. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: { '\\.(tsx?|mjs|js)$': '<rootDir>/scripts/jest-esbuild.cjs' },
  transformIgnorePatterns: ['/node_modules/(?!(preact|idb-keyval|d3-geo|d3-array|internmap)/)', '<rootDir>/dist/'],
  moduleNameMapper: { '^d3-dsv$': '<rootDir>/node_modules/d3-dsv/dist/d3-dsv.js' },
  testTimeout: 60_000,
  maxWorkers: 2,
}
