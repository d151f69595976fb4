/** Channels: what the doors of the script may ask of this folder. */
import type { Answer, Params } from '../contract'
import type { Caller } from '../registry/callers'
import { viewOf } from './view'

export { saveChannel, testPost } from './manage'
export { changeMembers, readMembers, takeMembers } from './members'
export { organizerDigest, tellOrganizer, tickChannels } from './tell'

/** The Channels page. Throws `TAB_MISSING`. */
export const channels = (_: Params<'channels'>, caller: Caller): Answer<'channels'> => viewOf(caller)
