/** Every package that is installed is free to use: a known open licence, by its own word or in a licence file. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(__dirname, '../..')
const OPEN = /^\(?(MIT|ISC|0?BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-[34]\.0)\b/

interface Locked {
  license?: string
  optional?: boolean
}

const packages = Object.entries(
  (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> }).packages,
).filter(([path]) => path !== '')

test('every package has an open licence', () => {
  const closed = packages.filter(([path, { license, optional }]) => {
    if (license) return !OPEN.test(license)
    if (optional) return true
    return !readdirSync(join(root, path)).some((file) => /^licen[sc]e/i.test(file))
  })
  expect(closed.map(([path]) => path)).toEqual([])
  expect(packages.length).toBeGreaterThan(100)
})

test('no paid edition of a package is pulled in', () => {
  expect(packages.map(([path]) => path).filter((path) => /univerjs-pro|-pro\//.test(path))).toEqual([])
})

test('every package is pinned to one version', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  for (const [name, version] of Object.entries<string>({ ...dependencies, ...devDependencies }))
    expect({ name, pinned: /^\d+\.\d+\.\d+$/.test(version) }).toEqual({ name, pinned: true })
})
