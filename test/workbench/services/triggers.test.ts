import { begin, LEE, makeWorkspace, NOW, thrown } from './run'

const every5 = (script: GoogleAppsScript.Script.ScriptApp) =>
  script.newTrigger('tick').timeBased().everyMinutes(5).create()

test('a person sees only the triggers they made', () => {
  const workspace = makeWorkspace()
  const maya = begin(workspace).ScriptApp
  const made = every5(maya)
  expect(maya.getProjectTriggers().map((t) => t.getUniqueId())).toEqual([made.getUniqueId()])
  expect(begin(workspace, LEE).ScriptApp.getProjectTriggers()).toEqual([])
})

test('a trigger says what it is', () => {
  const { ScriptApp } = begin(makeWorkspace())
  const trigger = every5(ScriptApp)
  expect(trigger.getHandlerFunction()).toBe('tick')
  expect(trigger.getEventType()).toBe(ScriptApp.EventType.CLOCK)
  expect(trigger.getTriggerSource()).toBe(ScriptApp.TriggerSource.CLOCK)
  expect(trigger.getTriggerSourceId()).toBeNull()
  expect(JSON.stringify({ type: trigger.getEventType() })).toBe('{"type":"CLOCK"}')
})

test.each([2, 3, 7, 20, 60, 0, -5])('every %i minutes is not offered', (n) => {
  const { ScriptApp } = begin(makeWorkspace())
  expect(() => ScriptApp.newTrigger('tick').timeBased().everyMinutes(n)).toThrow('Invalid argument')
})

test.each([1, 5, 10, 15, 30])('every %i minutes comes first within that time', (n) => {
  const workspace = makeWorkspace()
  begin(workspace).ScriptApp.newTrigger('tick').timeBased().everyMinutes(n).create()
  const next = workspace.state.timers.records[0]?.next ?? 0
  expect(next).toBeGreaterThan(NOW)
  expect(next).toBeLessThanOrEqual(NOW + n * 60_000)
})

test('a trigger after some time never comes early', () => {
  const workspace = makeWorkspace()
  begin(workspace).ScriptApp.newTrigger('tick').timeBased().after(90_000).create()
  expect(workspace.state.timers.records[0]?.next).toBeGreaterThanOrEqual(NOW + 90_000)
})

test('a date is midnight in the zone asked for', () => {
  const workspace = makeWorkspace()
  begin(workspace)
    .ScriptApp.newTrigger('tick')
    .timeBased()
    .inTimezone('America/Los_Angeles')
    .atDate(2026, 12, 1)
    .create()
  expect(workspace.state.timers.records[0]?.spec.at).toBe(Date.parse('2026-12-01T08:00:00Z'))
})

test('a user has at most twenty triggers, whatever others have', () => {
  const workspace = makeWorkspace()
  const maya = begin(workspace).ScriptApp
  for (let i = 0; i < 20; i++) every5(maya)
  expect(() => every5(maya)).toThrow(/too many triggers/)
  expect(() => every5(begin(workspace, LEE).ScriptApp)).not.toThrow()
})

test('a deleted trigger is gone, once', () => {
  const workspace = makeWorkspace()
  const { ScriptApp } = begin(workspace)
  const trigger = every5(ScriptApp)
  ScriptApp.deleteTrigger(trigger)
  expect(ScriptApp.getProjectTriggers()).toEqual([])
  expect(() => ScriptApp.deleteTrigger(trigger)).toThrow()
})

test('nobody deletes the trigger of another', () => {
  const workspace = makeWorkspace()
  const trigger = every5(begin(workspace).ScriptApp)
  expect(() => begin(workspace, LEE).ScriptApp.deleteTrigger(trigger)).toThrow()
  expect(workspace.state.timers.records).toHaveLength(1)
})

test('an edit trigger belongs to the spreadsheet', () => {
  const workspace = makeWorkspace()
  const { ScriptApp } = begin(workspace)
  const [id = ''] = Object.keys(workspace.state.spreadsheets)
  const trigger = ScriptApp.newTrigger('changed').forSpreadsheet(id).onEdit().create()
  expect(trigger.getEventType()).toBe(ScriptApp.EventType.ON_EDIT)
  expect(trigger.getTriggerSourceId()).toBe(id)
  expect(workspace.state.timers.records[0]).toMatchObject({ kind: 'onEdit', next: null })
})

test('without the scope no trigger can be made or listed', () => {
  const { ScriptApp } = begin(makeWorkspace({ scopes: ['userinfo.email'] }))
  expect(thrown(() => every5(ScriptApp)).message).toMatch(/script\.scriptapp/)
  expect(thrown(() => ScriptApp.getProjectTriggers()).message).toMatch(/permissions are not sufficient/)
})

test('simple triggers cannot make triggers', () => {
  const { ScriptApp } = begin(makeWorkspace(), undefined, 'simple')
  expect(() => every5(ScriptApp)).toThrow(/do not have permission/)
})

describe('what was authorised', () => {
  const withGranted = (granted: string[] | null) => {
    const workspace = makeWorkspace()
    workspace.account(LEE).granted = granted
    return begin(workspace, LEE).ScriptApp
  }

  test('everything, where nothing was refused', () => {
    const script = withGranted(null)
    const info = script.getAuthorizationInfo(script.AuthMode.FULL)
    expect(info.getAuthorizationStatus()).toBe(script.AuthorizationStatus.NOT_REQUIRED)
    expect(info.getAuthorizationUrl()).toBeNull()
    expect(() => script.requireAllScopes(script.AuthMode.FULL)).not.toThrow()
  })

  test('a scope that was refused is asked for', () => {
    const script = withGranted(['spreadsheets.currentonly', 'script.scriptapp'])
    expect(script.getAuthorizationInfo(script.AuthMode.FULL).getAuthorizationStatus()).toBe(
      script.AuthorizationStatus.REQUIRED,
    )
    expect(() => script.requireScopes(script.AuthMode.FULL, ['script.scriptapp'])).not.toThrow()
    expect(() => script.requireAllScopes(script.AuthMode.FULL)).toThrow(/^Authorization is required/)
  })
})
