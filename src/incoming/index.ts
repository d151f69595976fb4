/** Mail that comes in: what the doors of the script may ask of this folder. */
export { alertBoard, readAnswers, setAnswer } from './board'
export { tickIncoming } from './pass'
