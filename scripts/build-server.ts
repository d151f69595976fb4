/**
 * `src/entry.ts` → `dist/Code.js`. gas-webpack-plugin writes one top-level `function` stub for every
 * `global.name = …` of the entry, because Google finds functions by their declaration. Odd facts of life: with
 * `target: 'node'` the bundle has no `global`; above es2021 class fields stay in a form Apps Script cannot parse; es2019
 * would write `?.` and `??` out at length (6 KB), which Apps Script’s V8 reads well. Sentences go to a file of their own
 * (`sentences.ts`).
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import GasPlugin from 'gas-webpack-plugin'
import webpack from 'webpack'
import { buildRooms } from './build-room'
import { DIST, ROOT } from './paths'
import { asMarkupFree, takeSentences } from './sentences'
import { trimmed, typescript } from './server-rules'

export async function buildServer(): Promise<void> {
  const { code, sentences } = takeSentences()
  writeFileSync(join(DIST, 'Sentences.html'), asMarkupFree(sentences))
  await buildRooms(code)
  const compiler = webpack({
    mode: 'production',
    context: ROOT,
    entry: './src/entry.ts',
    target: ['web', 'es2020'],
    devtool: false,
    output: { path: DIST, filename: 'Code.js' },
    resolve: { extensions: ['.ts', '.mjs', '.js'] },
    module: {
      rules: [
        typescript(code),
        // Packages may ship newer syntax than Apps Script reads.
        {
          test: /\.m?js$/,
          loader: 'esbuild-loader',
          options: { target: 'es2020', charset: 'utf8' },
          resolve: { fullySpecified: false },
        },
      ],
    },
    optimization: trimmed,
    performance: { hints: false },
    plugins: [new GasPlugin()],
  })
  return new Promise((done, fail) => {
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error) fail(error)
        else if (stats?.hasErrors()) fail(new Error(stats.toString({ all: false, errors: true })))
        else done()
      })
    })
  })
}
