/** Mail that comes in: what the doors of the script may ask of this folder. */
export { alertBoard, readAnswers, setAnswer } from './board'
export { settleFollowUp } from './doubt'
export { tickIncoming } from './pass'
