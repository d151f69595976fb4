import { inbox } from '../../../workbench/workspace/services/mail-read'
import { LEE, MAYA, makeWorkspace, type Setting } from './run'

const bundle = `
function send() {
  const raw = Utilities.base64EncodeWebSafe('To: lee@example.org\\r\\nSubject: Hi\\r\\n\\r\\nText')
  const draft = Gmail.Users.Drafts.create({ message: { raw: raw } }, 'me')
  return Gmail.Users.Drafts.send({ id: draft.id }, 'me').labelIds
}
function locked() {
  const lock = LockService.getScriptLock()
  if (!lock.tryLock(2000)) return 'busy'
  PropertiesService.getScriptProperties().setProperty('who', Session.getActiveUser().getEmail())
  lock.releaseLock()
  return 'done'
}
function careful() {
  try {
    Gmail.Users.Drafts.send({ id: 'gone' }, 'me')
  } catch (e) {
    return [e instanceof Error, e.name, e.details.code]
  }
}
function other() { return GmailApp.search('x') }
function timed() { return ScriptApp.newTrigger('locked').timeBased().at(new Date(Date.now() + 60000)).create().getHandlerFunction() }
`
const start = (setting: Setting = {}) => {
  const workspace = makeWorkspace({ bundle, ...setting })
  const [spreadsheetId = ''] = Object.keys(workspace.state.spreadsheets)
  const run = (name: string, account = MAYA) => workspace.run({ account, kind: 'editor', spreadsheetId, name })
  return { workspace, run }
}

test('a script finds its services by name and its mail arrives', () => {
  const { workspace, run } = start()
  expect(run('send').value).toEqual(['SENT'])
  expect(inbox(workspace, LEE)).toHaveLength(1)
})

test('a second person who starts while the first holds the lock waits and gives up', () => {
  const { workspace, run } = start()
  const seen: unknown[] = []
  workspace.hook = {
    before(call) {
      if (call.method !== 'setProperty' || call.account !== MAYA) return
      const from = workspace.clock.now
      seen.push(run('locked', LEE).value, workspace.clock.now - from)
    },
  }
  expect(run('locked').value).toBe('done')
  expect(seen).toEqual(['busy', 2000])
  expect(workspace.state.stores.script.who).toBe(MAYA)
})

test('a run that is killed while it holds the lock leaves it free', () => {
  const { workspace, run } = start()
  workspace.hook = { after: (call) => void (call.method === 'setProperty' && call.execution.kill()) }
  expect(run('locked').killed).toBe(true)
  workspace.hook = null
  expect(run('locked', LEE).value).toBe('done')
})

test('an error of an advanced service is an Error with a code', () => {
  expect(start().run('careful').value).toEqual([true, 'GoogleJsonResponseException', 404])
})

test('a service that is not emulated is there and says so', () => {
  expect(start().run('other').error?.message).toBe('not emulated: GmailApp.search')
})

test('a date of the script is a date to its services', () => {
  const { workspace, run } = start()
  const at = workspace.clock.now + 60_000
  expect(run('timed').value).toBe('locked')
  expect(workspace.state.timers.records[0]?.spec.at).toBe(at)
})
