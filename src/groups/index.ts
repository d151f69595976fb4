export { commitImport, previewImport } from './bring-in'
export { groupsView } from './view'
