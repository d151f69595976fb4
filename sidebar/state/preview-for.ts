/** The group whose mail is looked at; '' is the first. */
import { createStore } from './store'

export const previewFor = createStore({ groupId: '' })
