export { type Import, type ImportPlan, missingColumns, planImport, toCommit } from './plan'
export { type ImportPreview, previewOf } from './preview'
