/** From one group to the next. */
import { focusOn } from '../../focus'
import { showGroup, shown } from '../../state/card'

/** Shows a group; pressed with the keyboard, the focus goes to what is to be decided there. */
export async function stepTo(id: string, byKey: boolean): Promise<void> {
  await showGroup(id)
  if (byKey && shown.get().card?.id === id) focusOn('confirm', 'map-group', 'group-name')
}

/** Shows a group that was chosen farther down on the page. */
export function showAtTop(id: string, byKey: boolean): Promise<void> {
  document.querySelector('main')?.scrollTo(0, 0)
  return stepTo(id, byKey)
}
