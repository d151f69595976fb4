/** What the kinds of channel are called. */
export const KIND_WORDS = { 'google group': 'Google Group', slack: 'Slack', facebook: 'Facebook group' } as const
