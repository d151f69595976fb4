export { commitImport, importTables } from './bring-in'
export { groupsView } from './view'
