/** Turns TypeScript (and packages that ship ES modules) into what jest runs. */
const { createHash } = require('node:crypto')
const esbuild = require('esbuild')

const options = { format: 'cjs', target: 'node20', sourcemap: 'inline', jsx: 'automatic', jsxImportSource: 'preact' }
const loaders = { ts: 'ts', tsx: 'tsx', mjs: 'js', js: 'js' }

module.exports = {
  process(source, path) {
    const loader = loaders[path.slice(path.lastIndexOf('.') + 1)] ?? 'js'
    const { code } = esbuild.transformSync(source, { ...options, loader, sourcefile: path })
    return { code }
  },
  getCacheKey(source, path) {
    return createHash('sha256').update(JSON.stringify(options)).update(path).update(source).digest('hex')
  },
}
