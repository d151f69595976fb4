/**
 * `src/calls/` → `dist/Calls.html`: code that is read only when a run needs it (`src/google/room.ts`), as one JSON text. What
 * it imports from outside its folder is not packed again but found in what `src/calls-room.ts` hands in, so that there is
 * one lock, one log, one look at a table.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import webpack from 'webpack'
import { DIST, ROOT } from './paths'
import { asMarkupFree } from './sentences'
import { trimmed, typescript } from './server-rules'

const SRC = join(ROOT, 'src')
/** Outside of the folder, and needed by nothing else. */
const OWN = ['mail/batch']

export function buildRoom(code: ReadonlyMap<string, string>): Promise<void> {
  const compiler = webpack({
    mode: 'production',
    context: ROOT,
    entry: './src/calls/index.ts',
    target: ['web', 'es2020'],
    devtool: false,
    output: { path: DIST, filename: 'Calls.js', library: { name: 'room', type: 'var' } },
    resolve: { extensions: ['.ts'] },
    externals: ({ context = '', request = '' }, done) => {
      const file = relative(SRC, resolve(context, request))
      const isOurs = !request.startsWith('.') || file.startsWith('calls') || OWN.includes(file)
      if (isOurs) done()
      else done(undefined, `var shared[${JSON.stringify(file)}]`)
    },
    module: { rules: [typescript(code)] },
    optimization: trimmed,
    performance: { hints: false },
  })
  return new Promise((done, fail) => {
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error) return fail(error)
        if (stats?.hasErrors()) return fail(new Error(stats.toString({ all: false, errors: true })))
        const packed = join(DIST, 'Calls.js')
        writeFileSync(join(DIST, 'Calls.html'), asMarkupFree(readFileSync(packed, 'utf8')))
        rmSync(packed)
        done()
      })
    })
  })
}
