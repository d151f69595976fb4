/**
 * The sheet as typed tables. One service call reads a table, a constant number write it, whatever the rows. Columns are
 * found by header, rows by key; a person may sort, insert or delete between any two calls.
 */
export { appendRows } from './append'
export { lookOnce } from './grid'
export { keyOf } from './keys'
export { readTable } from './read'
export { removeRows } from './remove'
export { updateRows } from './update'
