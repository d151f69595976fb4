/** An item of an agenda, as people add and change it. */
import type { Answer, Params } from '../contract'
import { Fault } from '../fault'
import type { Caller } from '../registry/callers'
import { log } from '../registry/log'
import { appendRows, updateRows } from '../registry/table'

/** Adds or changes an item of an agenda. */
export function setItem(p: Params<'setItem'>, caller: Caller): Answer<'setItem'> {
  const name = p.item.trim()
  if (!name) throw new Fault('ITEM_WRONG', 'The item has no words.', 'Type what to talk about.', 'item')
  if (p.minutes !== null && !(p.minutes >= 1 && p.minutes <= 480))
    throw new Fault(
      'ITEM_WRONG',
      'An item takes a minute or more.',
      'Type whole minutes, or leave it blank.',
      'minutes',
    )
  const row = {
    seriesId: p.seriesId,
    callId: p.callId ?? '',
    name,
    who: p.who.trim(),
    minutes: p.minutes,
    state: p.state,
  }
  if (!p.itemId) {
    const [itemId = ''] = appendRows('agenda', [row])
    log(caller.email, 'added an item', itemId)
    return { itemId }
  }
  const { missing } = updateRows('agenda', new Map([[p.itemId, row]]))
  if (missing.length > 0)
    throw new Fault('ITEM_NOT_FOUND', 'That item is not in the Agenda tab any more.', 'Add it again.', 'item')
  return { itemId: p.itemId }
}
