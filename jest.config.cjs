/** Tests run the sources through esbuild; types are checked by `npm run types`. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: { '\\.(tsx?|mjs|js)$': '<rootDir>/scripts/jest-esbuild.cjs' },
  transformIgnorePatterns: ['/node_modules/(?!(preact|idb-keyval)/)', '<rootDir>/dist/'],
  moduleNameMapper: { '^(d3-(geo|array))$': '<rootDir>/node_modules/$1/dist/$1.js' },
  testTimeout: 60_000,
  maxWorkers: 2,
}
