/** What every click and every tick pays before anything happens: parsing and evaluating the whole bundle. */
import { createContext, Script } from 'node:vm'
import { loadBundle } from '../support/bundle'

/** Size of `Code.js`, and the median of `times` loads, each in a fresh context and of a text not compiled before. */
export function coldStart(times = 21): { bytes: number; ms: number } {
  const { bundle } = loadBundle()
  const runs = Array.from({ length: times }, (_, i) => {
    const context = createContext({})
    const begun = performance.now()
    new Script(`${bundle}\n// ${i}`).runInContext(context)
    return performance.now() - begun
  }).sort((a, b) => a - b)
  return { bytes: Buffer.byteLength(bundle), ms: Math.round((runs[times >> 1] ?? 0) * 10) / 10 }
}
