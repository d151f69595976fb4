export { type Franklin, franklin } from './franklin'
