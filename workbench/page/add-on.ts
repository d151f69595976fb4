/** The add-on as it would be pushed, as the workbench's server hands it out. */
import type { Manifest } from '../workspace/workspace'

export interface AddOn {
  /** `dist/Code.js` */
  readonly bundle: string
  readonly manifest: Manifest
  /** `dist/*.html` by name without ending. */
  readonly pages: Record<string, string>
}

export async function fetchAddOn(): Promise<AddOn> {
  const answer = await fetch('add-on.json')
  if (!answer.ok) throw new Error(`The workbench’s server gave no add-on (${answer.status}). Run \`npm start\` again.`)
  return (await answer.json()) as AddOn
}
