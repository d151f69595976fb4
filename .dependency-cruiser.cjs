/** The floors of the house: what may import what. */
const features = ['groups', 'districts', 'legislature', 'alerts', 'calls', 'incoming', 'channels']
/** Folders whose code is read only when a run needs it. */
const rooms = ['calls', 'channels', 'alerts/draft', 'incoming']
/** Pure files of a feature that only the page runs. */
const inPage = `(${features.join('|')})/in-page/`
const doors = '^src/(entry|menu|sidebar-api|tick|edited|home|counts|operator|rooms)\\.ts$'

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Types may name each other; code may not wait for itself.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...features.map((feature) => ({
      name: `${feature}-keeps-to-itself`,
      comment: 'Features do not import each other; what two share sinks to registry/.',
      severity: 'error',
      from: { path: `^src/${feature}/` },
      to: { path: `^src/(${features.filter((f) => f !== feature).join('|')})/` },
    })),
    {
      name: 'features-look-down',
      severity: 'error',
      from: { path: `^src/(${features.join('|')}|mail|registry|google)/` },
      to: { path: doors },
    },
    {
      name: 'registry-looks-down',
      severity: 'error',
      from: { path: '^src/registry/' },
      to: { path: `^src/(${features.join('|')})/` },
    },
    {
      name: 'mail-looks-down',
      comment: 'The Outbox and its messages, for whichever feature mails.',
      severity: 'error',
      from: { path: '^src/mail/' },
      to: { path: `^src/(${features.join('|')})/|${doors}` },
    },
    ...rooms.map((room) => ({
      name: `${room}-is-read-when-needed`,
      comment: 'Importing its code would load it at every click: rooms.ts reads it.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/${room}/` },
      to: { path: `^src/${room}/`, dependencyTypesNot: ['type-only'] },
    })),
    {
      name: 'google-is-the-ground',
      severity: 'error',
      from: { path: '^src/google/' },
      to: { path: '^src/', pathNot: '^src/(google/|fault\\.ts)' },
    },
    {
      name: 'contract-knows-words-only',
      severity: 'error',
      from: { path: '^src/(contract\\.ts$|answers/)' },
      to: { path: '^src/', pathNot: '^src/(contract\\.ts$|answers/|registry/words\\.ts$)' },
    },
    {
      name: 'the-add-on-ships-no-workbench',
      severity: 'error',
      from: { path: '^(src|sidebar)/' },
      to: { path: '^(workbench|test|scripts)/' },
    },
    {
      name: 'server-knows-answers-as-types',
      comment: 'Only the page parses answers; on the server they would cost every click.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/answers/' },
      to: { path: '^src/answers/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pages-share-what-is-meant-for-them',
      comment: 'The contract, faults, and what a feature decides in the page: its in-page/.',
      severity: 'error',
      from: { path: '^sidebar/' },
      to: {
        path: '^src/',
        pathNot: `^src/(answers/|(contract|fault|registry/words|districts/(shape|border))\\.ts$|${inPage})`,
      },
    },
    {
      name: 'pages-never-reach-google',
      comment: 'However long the way: what the page carries names none of Google’s services, not even as a type.',
      severity: 'error',
      from: { path: `^(sidebar/|src/${inPage})` },
      to: { path: '^src/google/', reachable: true },
    },
    {
      name: 'server-carries-no-page-code',
      comment: 'What only the page runs must not weigh in dist/Code.js.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/${inPage}` },
      to: { path: `^src/${inPage}` },
    },
    {
      name: 'workspace-is-its-own-product',
      comment: 'The emulated Workspace knows nothing of the add-on, of the page, of Node.',
      severity: 'error',
      from: { path: '^workbench/workspace/' },
      to: { path: '^(src|sidebar|workbench/(page|franklin)|test)/' },
    },
    {
      name: 'workspace-needs-no-node',
      severity: 'error',
      from: { path: '^(workbench/workspace|workbench/franklin|src|sidebar)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-libraries',
      comment: 'What goes to Google is kept small on purpose.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/${inPage}` },
      to: { dependencyTypes: ['npm', 'npm-dev'], pathNot: 'node_modules/zod/' },
    },
    {
      name: 'in-page-libraries',
      comment: 'What a feature decides in the page uses no more than the page has anyway.',
      severity: 'error',
      from: { path: `^src/${inPage}` },
      to: { dependencyTypes: ['npm', 'npm-dev'], pathNot: 'node_modules/(@types/)?(zod|papaparse)/' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '(\\.d\\.ts|state\\.ts|google/sentences\\.ts)$' },
      to: {},
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'src/tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.tsx?$' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs'],
      conditionNames: ['import', 'require', 'default'],
      exportsFields: ['exports'],
    },
  },
}
