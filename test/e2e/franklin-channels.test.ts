/** Franklin with everything set up: its Google Group is put in order, and an alert goes by mail, by the Group and in Slack. */
import { franklin } from '../../workbench/franklin'
import { firstDay, setUpAll } from '../../workbench/page/scenario'
import { inbox } from '../../workbench/workspace/services/mail-read'
import { slackIn } from '../../workbench/workspace/slack'
import { loadBundle } from '../support/bundle'
import { deskOn } from '../support/desk'

jest.setTimeout(300_000)

test('who is missing and left over is found, the alert reaches every leader once, Slack and the archive have it once', () => {
  const state = franklin(1, 60)
  const workspace = firstDay(loadBundle(), state)
  setUpAll(workspace, state)
  const desk = deskOn(workspace)
  const maya = state.accounts[0]?.email ?? ''
  const group = workspace.state.groups.groups[state.googleGroup.email]
  const add = { channelId: null, audience: 'all', topic: '', state: 'active' } as const
  desk.ask(maya, 'saveChannel', {
    ...add,
    name: 'Leaders',
    kind: 'google group',
    address: state.googleGroup.email,
    webhook: null,
  })
  const webhook = `https://hooks.slack.com/services/${state.slackHooks[0]?.path}`
  desk.ask(maya, 'saveChannel', {
    ...add,
    name: '#franklin-alerts',
    kind: 'slack',
    address: '#franklin-alerts',
    webhook,
  })

  // The Group is a consumer’s: it can be read and pasted, not changed from here.
  const addresses = group?.members.map((m) => m.email) ?? []
  const list = desk.ask(maya, 'takeMembers', { channelId: 'CH-001', addresses })
  const inside = new Set(addresses)
  const leads = state.people.filter((p) => /lead|backup/.test(p.roles) && p.group)
  const left = new Set(state.groups.filter((g) => g.status === 'left').map((g) => g.name))
  const should = new Set([
    ...leads.filter((p) => !p.optedOut && !left.has(p.group)).map((p) => p.email),
    ...state.people.filter((p) => /coordinator/.test(p.roles)).map((p) => p.email),
  ])
  expect(list.missing.map((m) => m.address).sort()).toEqual([...should].filter((a) => !inside.has(a)).sort())
  expect(list.missing.length).toBeGreaterThan(3)
  expect(list.extra.map((m) => m.why)).toContain('opted out')
  expect(list.strangers).toHaveLength(2)

  const legislatorIds = desk
    .ask(maya, 'alertChoices', {})
    .legislators.slice(0, 8)
    .map((l) => l.id)
  const draft = { ...desk.ask(maya, 'alertChoices', {}).blank, legislatorIds, title: 'SB 12', bill: 'SB 12' }
  const look = (alertId: string | null) =>
    desk.ask(maya, 'previewAlert', {
      ...draft,
      alertId,
      body: 'Call {names} before {act by}.\n\n{legislators}',
      subject: 'SB 12: please call',
      actBy: '2026-11-23T20:00',
      channels: ['mail', 'CH-001', 'CH-002'],
    })
  const seen = look(null)
  for (const { id } of seen.phoneless) desk.ask(maya, 'setPhone', { legislatorId: id, phone: '651-555-0100' })
  const again = look(seen.alertId)
  expect(again.checks.filter((c) => c.level === 'stop')).toEqual([])
  // A Group is everyone in it, so a second person approves.
  const devon = state.accounts[1]?.email ?? ''
  const people = again.people + addresses.length
  desk.ask(devon, 'approveAlert', { alertId: again.alertId, seal: again.seal, people })
  for (let lots = 0; lots < 10 && !desk.ask(maya, 'sendLot', { alertId: again.alertId }).done; lots++);

  const counts = state.people.map(
    (p) => inbox(workspace, p.email).filter((m) => m.subject === 'SB 12: please call').length,
  )
  expect(Math.max(...counts)).toBe(1)
  // Everyone whom Check counted, and everyone in the Group but the sender, whose own post Gmail does not show again.
  const reached = new Set(
    state.people
      .filter((p) => inbox(workspace, p.email).some((m) => m.subject === 'SB 12: please call'))
      .map((p) => p.email),
  )
  for (const address of addresses.filter((a) => a !== maya && state.people.some((p) => p.email === a)))
    expect(reached).toContain(address)
  expect(reached.size).toBe(
    again.people + addresses.filter((a) => a !== maya && state.people.some((p) => p.email === a)).length,
  )
  expect(group?.archive).toHaveLength(1)
  expect(slackIn(workspace.state.web ?? {}).posts).toHaveLength(1)
})
