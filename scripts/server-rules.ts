/** How TypeScript of the server is packed, for `Code.js` and for what is read later. */
import { join } from 'node:path'
import { ROOT } from './paths'

/** `code`: sources with their sentences taken out. */
export const typescript = (code: ReadonlyMap<string, string>) => ({
  test: /\.ts$/,
  use: [
    {
      loader: 'esbuild-loader',
      options: { target: 'es2020', charset: 'utf8', tsconfig: join(ROOT, 'src/tsconfig.json') },
    },
    { loader: join(ROOT, 'scripts/sentences-loader.cjs'), options: { code } },
  ],
})

export const trimmed = {
  concatenateModules: true,
  minimizeOptions: { javascript: { ecma: 2020, compress: { passes: 3, pure_getters: true, keep_fargs: false } } },
}
