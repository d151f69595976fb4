/**
 * Rooms: code that is read only when a run needs it (`src/google/room.ts`), each as one JSON text in a file of its own. What
 * a room imports from outside its folder is not packed again but found in what `src/rooms.ts` hands in, so that there is
 * one lock, one log, one look at a table.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import webpack from 'webpack'
import { DIST, ROOT } from './paths'
import { asMarkupFree } from './sentences'
import { trimmed, typescript } from './server-rules'

const SRC = join(ROOT, 'src')
/** File under `dist/`, and the folder under `src/` that it is made of. */
export const ROOMS = { Calls: 'calls', Channels: 'channels', Draft: 'alerts/draft', Incoming: 'incoming' } as const
/** Outside of the folders, kept by no state, needed by rooms alone: each packs its own. */
const PACKED = [
  'google/events',
  'google/letters',
  'mail/batch',
  'mail/witness',
  'new-draft',
  'registry/act-by',
  'registry/channels',
  'registry/in-group',
]

/** What `src/rooms.ts` hands in. */
const handedIn = (): Set<string> =>
  new Set(
    [...readFileSync(join(SRC, 'rooms.ts'), 'utf8').matchAll(/^ {2}(?:'([^']+)'|(\w+)),?(?::|$)/gm)].map(
      (m) => m[1] ?? m[2] ?? '',
    ),
  )

export async function buildRooms(code: ReadonlyMap<string, string>): Promise<void> {
  const shared = handedIn()
  for (const [name, folder] of Object.entries(ROOMS)) await buildRoom(name, folder, shared, code)
}

function buildRoom(
  name: string,
  folder: string,
  shared: ReadonlySet<string>,
  code: ReadonlyMap<string, string>,
): Promise<void> {
  const compiler = webpack({
    mode: 'production',
    context: ROOT,
    entry: `./src/${folder}/index.ts`,
    target: ['web', 'es2020'],
    devtool: false,
    output: { path: DIST, filename: `${name}.js`, library: { name: 'room', type: 'var' } },
    resolve: { extensions: ['.ts'] },
    externals: ({ context = '', request = '' }, done) => {
      const file = relative(SRC, resolve(context, request))
      const isOurs = !request.startsWith('.') || file.startsWith(`${folder}/`) || PACKED.includes(file)
      if (isOurs) done()
      else if (shared.has(file)) done(undefined, `var shared[${JSON.stringify(file)}]`)
      else done(new Error(`${folder} needs ${file}: src/rooms.ts must hand it in`))
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
        const packed = join(DIST, `${name}.js`)
        writeFileSync(join(DIST, `${name}.html`), asMarkupFree(readFileSync(packed, 'utf8')))
        rmSync(packed, { force: true })
        done()
      })
    })
  })
}
