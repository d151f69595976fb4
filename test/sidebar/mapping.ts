/** What the tests of the mapping page share: where they start, and what was sent. */
import type { Params } from '../../src/contract'
import type { MapNow } from './mock-map'
import type { Session } from './session'

export type Asked = Params<'setCovers'>

export type Start = Partial<MapNow> & { outlined?: boolean }

/** Opens Districts on Stonebridge Votes (90 m from a border: House 14A, Senate 14, and House 12B by hand). */
export async function start({ tab, page, change }: Session, { outlined = false, ...map } = {} as Start): Promise<void> {
  await change({ map: { set: {}, version: {}, about: {}, outdated: [], ...map }, outlines: outlined ? 5 : 0 })
  await tab('Districts')
  await page.getByRole('heading', { name: 'Stonebridge Votes' }).waitFor()
  await page.getByText('5 districts').waitFor()
}
export const covers = async ({ page }: Session) =>
  (await page.locator('.card h4').allInnerTexts()).map((text) => text.replace(/\s/g, ' '))
export const said = (asked: Asked[]) =>
  asked.map((one) => one.covers.map((c) => `${c.chamber} ${c.district} ${c.basis} ${c.share} ${c.source}`))
export const focused = ({ page }: Session) => page.evaluate(() => document.activeElement?.textContent ?? '')
export const REST = ['lower 14A meeting place null census', 'upper 14 meeting place null census']
