export { type Kit, LENGTHS, type Length, relayKit, SHORT_LIMIT } from './relay-kit'
