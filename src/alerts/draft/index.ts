/** An alert until it is approved: what the doors of the script may ask of this folder. */
export { approveAlert } from './approve'
export { tellApprovers } from './ask-approval'
export { alertChoices, openDraft, previewAlert, saveDraft, testAlert } from './drafting'
export { hearingAlert } from './hearing'
export { relayFacts } from './relay-facts'
