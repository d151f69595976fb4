/** Where the person is: the page, and the group that Districts shows. */
import type { Page } from '../../src/contract'
import { createStore } from './store'

export const view = createStore<{
  page: Page
  /** A group that was asked for by name; null follows the selected row. */
  groupId: string | null
}>({ page: 'home', groupId: null })

export const goTo = (page: Page) => view.set({ page })
export const openGroup = (groupId: string) => view.set({ page: 'districts', groupId })
