/** Bundles the page. Univer is by far the largest part: what a sheet in English never asks for is left out. */
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'

const HERE = __dirname

/**
 * Univer's text engine brings a font reader, a language guesser with hyphenation patterns for seventy languages, and
 * half a megabyte of Unicode tables to break East Asian lines. Cells of an English sheet use none of the first two, and
 * the browser's own Unicode classes do for the third.
 */
const INSTEAD: Record<string, string> = {
  'opentype.js': `export const parse = () => { throw new Error('this page reads no font files') }`,
  'franc-min': `export const franc = () => 'und'`,
  'cjk-regex': String.raw`
    const signs = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Bopomofo}'
    const marks = '\\u3000-\\u303f\\uff00-\\uffef'
    const set = (inside) => () => ({ toRegExp: () => new RegExp('[' + inside + ']', 'u') })
    export const letters = set(signs), punctuations = set(marks), all = set(signs + marks)`,
  hyphenation: 'export default { patterns: {} }',
}

const lean: Plugin = {
  name: 'lean',
  setup(plugins) {
    plugins.onResolve({ filter: /^(opentype\.js|franc-min|cjk-regex)$/ }, ({ path }) => ({
      path,
      namespace: 'instead',
    }))
    plugins.onResolve({ filter: /^\.\// }, ({ importer, kind }) =>
      kind === 'dynamic-import' && importer.includes('engine-render')
        ? { path: 'hyphenation', namespace: 'instead' }
        : undefined,
    )
    plugins.onLoad({ filter: /.*/, namespace: 'instead' }, ({ path }) => ({ contents: INSTEAD[path] ?? '' }))
  },
}

/** Name → bytes of what the browser gets: `page.js`, `page.css`, and the parts that come later. */
export async function buildPage(): Promise<Map<string, Uint8Array>> {
  const result = await build({
    entryPoints: { page: join(HERE, 'main.tsx') },
    outdir: '/',
    bundle: true,
    minify: true,
    write: false,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    chunkNames: '[name]-[hash]',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff2': 'dataurl', '.ttf': 'dataurl', '.svg': 'dataurl', '.png': 'dataurl' },
    legalComments: 'none',
    logLevel: 'error',
    plugins: [lean],
  })
  return new Map(result.outputFiles.map((file) => [file.path.replace(/^.*[\\/]/, ''), file.contents]))
}
