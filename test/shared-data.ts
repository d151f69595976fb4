/** Real data for tests lies beside the project, if at all: tests that need it say when they are skipped. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(__dirname, '../../shared/data')

/** Absolute path of a file of the real data, or null where this machine has none. */
export function sharedData(file: string): string | null {
  const path = resolve(root, file)
  return existsSync(path) ? path : null
}

export function readShared(file: string): string {
  return readFileSync(resolve(root, file), 'utf8')
}

export function readSharedJson<T = unknown>(file: string): T {
  return JSON.parse(readShared(file)) as T
}

/**
 * A `describe` that is skipped, and says so in its name, where the real data is missing. Its body is not run then:
 * it may read the data while it lists its tests.
 */
export function describeWithData(name: string, body: () => void): void {
  if (existsSync(root)) describe(name, body)
  else test.skip(`${name} (skipped: the real data is not beside the project)`, () => undefined)
}
