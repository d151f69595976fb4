/** What axe finds wrong on a page or in one of its frames, one line a finding. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Page } from 'playwright-core'

const source = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8')

/** `leaveOut`: CSS selectors of what is not ours to mend. */
export async function axeFindings(where: Page | Frame, leaveOut: string[] = []): Promise<string[]> {
  await where.evaluate(source)
  return where.evaluate(async (exclude) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run({ include: [['html']], exclude: exclude.map((selector) => [selector]) })
    return violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.html.slice(0, 160)}`))
  }, leaveOut)
}
