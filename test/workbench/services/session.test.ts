import { begin, LEE, MAYA, makeWorkspace } from './run'

test('a run knows by whose account it runs', () => {
  const { Session } = begin(makeWorkspace(), LEE, 'timer')
  expect(Session.getActiveUser().getEmail()).toBe(LEE)
  expect(Session.getEffectiveUser().getEmail()).toBe(LEE)
})

test('a simple trigger is not told who acts', () => {
  const { Session } = begin(makeWorkspace(), MAYA, 'simple')
  expect(Session.getActiveUser().getEmail()).toBe('')
})

test('without the e-mail scope nobody is told', () => {
  const { Session } = begin(makeWorkspace({ scopes: [] }))
  expect(() => Session.getActiveUser()).toThrow(/userinfo\.email/)
})

test('the script has a time zone, the person a language', () => {
  const { Session } = begin(makeWorkspace({ language: 'es' }))
  expect(Session.getScriptTimeZone()).toBe('America/New_York')
  expect(Session.getActiveUserLocale()).toBe('es')
})

test('the temporary key tells users apart without naming them, and changes after a month', () => {
  const workspace = makeWorkspace()
  const key = (who: string) => begin(workspace, who).Session.getTemporaryActiveUserKey()
  const first = key(MAYA)
  expect(key(MAYA)).toBe(first)
  expect(key(LEE)).not.toBe(first)
  expect(first).not.toContain('maya')
  workspace.clock.pass(31 * 86_400_000)
  expect(key(MAYA)).not.toBe(first)
})
