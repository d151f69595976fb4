/** Above a number of people, or outside the chosen districts, two people look; through the sidebar’s own door. */
import type { AlertPreview, Draft } from '../../../src/contract'
import type { Workspace } from '../../../workbench/workspace/workspace'
import {
  again,
  ask,
  draft,
  faultOf,
  fillIn,
  leadOf,
  MAYA,
  mailsTo,
  NOOR,
  network,
  rowsIn,
  sendAll,
  typeSetting,
} from './world'

const SIX = network(6).save()
const PRIYA = 'priya@example.org'

/** Six people, and a second person is needed over `over`. */
function fresh(over = '5'): Workspace {
  const ws = again(SIX)
  ws.addAccount(PRIYA)
  ws.spreadsheet().editors.push(PRIYA)
  typeSetting(ws, 'Second person over', over)
  return ws
}
const look = (ws: Workspace, who: string, about: Partial<Draft> = {}) => ask(ws, who, 'previewAlert', draft(about))
const approve = (ws: Workspace, who: string, { alertId, seal }: AlertPreview, people?: number) =>
  ask(ws, who, 'approveAlert', { alertId, seal, ...(people === undefined ? {} : { people }) })
const refusal = (work: () => unknown) => faultOf(work).code
const texts = ({ checks }: AlertPreview, id: string) =>
  checks.filter((c) => c.id === id).map((c) => [c.level, c.text, c.next])

describe('an alert to more people than the setting says', () => {
  test('is not for its maker to approve: they ask, and it says whom', () => {
    const ws = fresh()
    const seen = look(ws, MAYA)
    expect(seen).toMatchObject({ mayApprove: false, people: 6 })
    expect(texts(seen, 'approve')).toEqual([
      [
        'warn',
        'A second person has to approve it. It goes to 6 people: the Settings tab says a second person over 5.',
        `Noor (${NOOR}) can approve it.`,
      ],
    ])
    expect(refusal(() => approve(ws, MAYA, seen, 6))).toBe('SECOND_PERSON')
    expect(rowsIn(ws, 'outbox')).toEqual([])
  })

  test('is approved by the second person, who types how many people get it', () => {
    const ws = fresh()
    const { alertId } = look(ws, MAYA, { asked: true })
    const opened = ask(ws, NOOR, 'openDraft', { alertId })
    const seen = ask(ws, NOOR, 'previewAlert', opened.draft)
    expect(seen.mayApprove).toBe(true)
    expect(seen.second?.why).toMatch(/^It goes to 6 people/)
    expect(refusal(() => approve(ws, NOOR, seen))).toBe('PEOPLE_DIFFER')
    expect(refusal(() => approve(ws, NOOR, seen, 5))).toBe('PEOPLE_DIFFER')
    expect(rowsIn(ws, 'outbox')).toEqual([])
    approve(ws, NOOR, seen, 6)
    expect(sendAll(ws, NOOR, alertId)).toMatchObject({ sent: 6, state: 'sent' })
  })

  test('whoever changed somebody else’s draft is no second person for it', () => {
    const ws = fresh()
    const { alertId } = look(ws, PRIYA, { asked: true })
    const seen = look(ws, NOOR, { alertId, title: 'Another title', asked: true })
    expect(seen.mayApprove).toBe(false)
    expect(refusal(() => approve(ws, NOOR, seen, 6))).toBe('SECOND_PERSON')
    approve(ws, MAYA, look(ws, MAYA, { alertId, title: 'Another title', asked: true }), 6)
  })

  test('a third person’s trivial change does not free whoever changed it before to be the second person', () => {
    const ws = fresh()
    const { alertId } = look(ws, PRIYA, { asked: true })
    look(ws, NOOR, { alertId, body: 'Call {names} and shout.', asked: true })
    const last = { alertId, body: 'Call {names}, and shout.', asked: true }
    look(ws, PRIYA, last)
    const seen = look(ws, NOOR, last)
    expect(seen.mayApprove).toBe(false)
    expect(refusal(() => approve(ws, NOOR, seen, 6))).toBe('SECOND_PERSON')
    approve(ws, MAYA, look(ws, MAYA, last), 6)
  })

  test('where everyone who may approve has changed it, it stops and says how to go on', () => {
    const ws = fresh()
    const { alertId } = look(ws, MAYA)
    const seen = look(ws, NOOR, { alertId, title: 'Another title' })
    expect(texts(seen, 'second')).toEqual([
      [
        'stop',
        expect.stringMatching(/^A second person has to approve it\./),
        expect.stringMatching(/^Everyone who may approve here has made or changed it\. .* begin it anew/),
      ],
    ])
  })

  test('whoever may not approve is told who can, and not that they are the second person', () => {
    const ws = fresh()
    const { alertId } = look(ws, MAYA)
    const seen = look(ws, PRIYA, { alertId })
    expect(texts(seen, 'second')).toMatchObject([
      ['warn', expect.any(String), expect.stringMatching(/^Whoever approves/)],
    ])
    expect(texts(seen, 'approve')).toMatchObject([['warn', expect.any(String), `Noor (${NOOR}) can approve it.`]])
  })

  test('a test mail, and looking, make nobody a first person', () => {
    const ws = fresh()
    const { alertId } = look(ws, MAYA, { asked: true })
    ask(ws, NOOR, 'testAlert', { alertId, groupId: null })
    approve(ws, NOOR, look(ws, NOOR, { alertId, asked: true }), 6)
  })

  test('stops where nobody else may approve, and says what to do', () => {
    const ws = fresh()
    const people = ws.spreadsheet().sheets.find((sheet) => sheet.name === 'People')
    const roles = (people?.cells[0] ?? []).indexOf('Roles')
    const noor = (people?.cells ?? []).findIndex((row) => row?.includes(NOOR))
    ws.edit(MAYA, 'People', noor + 1, roles + 1, 'lead')
    const seen = look(ws, MAYA)
    expect(texts(seen, 'second')).toEqual([
      [
        'stop',
        expect.stringMatching(/^A second person has to approve it\./),
        expect.stringMatching(/role coordinator/),
      ],
    ])
    expect(refusal(() => approve(ws, MAYA, seen, 6))).toBe('CHECK_STOPS')
  })

  test('one person is enough up to the number', () => {
    const ws = fresh('6')
    const seen = look(ws, MAYA)
    expect(seen.second?.why).toBe('')
    approve(ws, MAYA, seen)
  })

  test('a setting that is no number counts as the first one, 60', () => {
    expect(look(fresh('many'), MAYA).second?.why).toBe('')
    expect(look(fresh('-1'), MAYA).second?.why).toBe('')
    expect(look(fresh('0'), MAYA).second?.why).not.toBe('')
  })
})

describe('an alert beyond the chosen districts', () => {
  test('to the whole state needs a second person, however few it reaches', () => {
    const seen = look(fresh('60'), MAYA, { audience: ['state'] })
    expect(seen.second?.why).toBe('It goes to the whole state: 6 people')
  })

  test('beside chosen districts only where it goes outside of them', () => {
    const ws = fresh('60')
    const about = { legislatorIds: ['rep1'], list: 'lead01@example.org' }
    expect(look(ws, MAYA, { ...about, audience: ['targets', 'list'] }).second?.why).toBe('')
    const wider = look(ws, MAYA, { ...about, audience: ['targets', 'list'], list: 'lead01@example.org, G-002' })
    expect(wider.second?.why).toBe('1 of 2 people is outside the chosen districts')
    expect(look(ws, MAYA, { ...about, audience: ['list'] }).second?.why).toBe('')
  })

  test('a drill has the same guards', () => {
    const ws = fresh()
    expect(refusal(() => approve(ws, MAYA, look(ws, MAYA, { kind: 'drill' }), 6))).toBe('SECOND_PERSON')
  })
})

describe('through the sheet', () => {
  const withMore = (): Workspace => {
    const ws = fresh('60')
    fillIn(ws, {
      committees: [
        { committee: 'Health', chamber: 'lower', legislatorId: 'rep1' },
        { committee: 'Health', chamber: 'lower', legislatorId: 'Rep 2' },
        { committee: 'Health', chamber: 'lower', legislatorId: 'Jo Nobody' },
      ],
      people: [{ id: 'P-800', name: 'Wei', email: 'wei@example.org', groupId: 'G-003', roles: 'working group' }],
    })
    return ws
  }

  test('a committee is offered with its members and groups, and asks the groups in their districts', () => {
    const ws = withMore()
    const [committee] = ask(ws, MAYA, 'alertChoices', {}).committees ?? []
    expect(committee).toEqual({
      ...{ key: 'lower|health', label: 'House Health', members: 2, groups: 2, unknown: ['Jo Nobody'] },
    })
    const seen = look(ws, MAYA, { audience: ['committee'], committees: ['lower|health'], legislatorIds: [] })
    expect(seen.groups.map((g) => [g.id, g.districts])).toEqual([
      ['G-001', ['House 1']],
      ['G-002', ['House 2']],
    ])
    expect(texts(seen, 'committee')).toEqual([
      ['warn', 'Not found among the legislators: Jo Nobody (Health).', expect.any(String)],
    ])
    expect(rowsIn(ws, 'alerts')).toMatchObject([{ targets: 'House Health committee' }])
  })

  test('the number of a member whom no mail names is not waited for; a channel names every member', () => {
    const ws = withMore()
    const free = { chamber: 'lower', district: '99' }
    fillIn(ws, {
      legislators: [{ id: 'rep99', name: 'Rep 99', ...free }],
      committees: [{ committee: 'Health', chamber: 'lower', legislatorId: 'rep99' }],
      channels: [{ id: 'CH-001', kind: 'facebook', name: 'Friends' }],
    })
    const about = { audience: ['committee' as const], committees: ['lower|health'], legislatorIds: [] }
    const seen = look(ws, MAYA, about)
    expect([seen.phoneless, texts(seen, 'phones')]).toEqual([[], []])
    expect(texts(seen, 'gaps')).toHaveLength(1)
    const posted = look(ws, MAYA, { ...about, channels: ['mail', 'CH-001'] })
    expect(texts(posted, 'phones')).toMatchObject([['stop', expect.stringContaining('Rep 99'), expect.any(String)]])
  })

  test('where nobody is left because nobody has a district, it says what to do about that', () => {
    const ws = fresh()
    fillIn(ws, { people: [{ id: 'P-801', name: 'Free', email: 'free@example.org', roles: 'working group' }] })
    const seen = look(ws, MAYA, { audience: ['working group'], legislatorIds: [] })
    expect(texts(seen, 'people')).toEqual([
      ['stop', 'Nobody would get this alert.', expect.stringContaining('Whom they call')],
    ])
  })

  test('a change of a committee’s members after somebody looked is seen before it goes', () => {
    const ws = withMore()
    const seen = look(ws, MAYA, { audience: ['committee'], committees: ['lower|health'] })
    fillIn(ws, { committees: [{ committee: 'Health', chamber: 'lower', legislatorId: 'rep5' }] })
    expect(refusal(() => approve(ws, MAYA, seen))).toBe('AUDIENCE_CHANGED')
  })

  test('an unknown address in a list stops it by name', () => {
    const ws = withMore()
    const seen = look(ws, MAYA, { audience: ['list'], list: 'stranger@example.net\nG-001' })
    expect(texts(seen, 'list')).toMatchObject([['stop', 'Not known here: stranger@example.net.', expect.any(String)]])
    expect(refusal(() => approve(ws, MAYA, seen))).toBe('CHECK_STOPS')
  })

  test('state, working group and list together: one mail each, every one with the legislators of its own districts', () => {
    const ws = withMore()
    const about = {
      audience: ['state' as const, 'working group' as const, 'list' as const],
      list: 'wei@example.org, lead01@example.org',
      callees: 'lower' as const,
    }
    const { alertId } = look(ws, MAYA, about)
    const seen = look(ws, NOOR, { ...about, alertId })
    approve(ws, NOOR, seen, 7)
    sendAll(ws, NOOR, alertId)
    const all = ['wei@example.org', ...[1, 2, 3, 4, 5, 6].map(leadOf)]
    expect(mailsTo(ws, all)).toEqual(Object.fromEntries(all.map((a) => [a, 1])))
    const bodyFor = (address: string) =>
      rowsIn(ws, 'outbox').find((row) => String(row.recipients).includes(address))?.body
    expect(bodyFor('wei@example.org')).toMatch(/Call Rep\. Rep 3\./)
    expect(bodyFor('wei@example.org')).not.toMatch(/Brandt/)
    expect(bodyFor(leadOf(5))).toMatch(/Rep\. Rep 5, House 5/)
  })

  test('the facts for texts to paste are the same before and after sending, without anybody’s address', () => {
    const ws = fresh('60')
    const about = { ask: 'vote no', why: 'Now.', legislatorIds: ['senator', 'rep2'] }
    const seen = look(ws, MAYA, about)
    const { alertId } = seen
    const before = ask(ws, PRIYA, 'relayFacts', { alertId })
    expect(before).toMatchObject({ ask: 'vote no', actBy: '6:00 pm Eastern / 5:00 pm Central on Monday, November 23' })
    expect(before.groups[1]).toEqual({ id: 'G-002', name: 'Elm Fork 2', legislatorIds: ['senator', 'rep2'] })
    approve(ws, MAYA, seen)
    sendAll(ws, MAYA, alertId)
    expect(ask(ws, PRIYA, 'relayFacts', { alertId })).toEqual(before)
    expect(JSON.stringify(before)).not.toContain('@')
  })

  test('a draft that an older version kept opens, is checked and approved', () => {
    const ws = fresh('60')
    const old = draft({ alertId: 'A-0001', body: 'Call {names}. [Write why]' })
    fillIn(ws, {
      alerts: [{ id: 'A-0001', title: 'HB 120', state: 'draft', madeBy: MAYA, draft: JSON.stringify(old) }],
    })
    expect(ask(ws, MAYA, 'openDraft', { alertId: 'A-0001' }).draft).toEqual(old)
    const seen = ask(ws, MAYA, 'previewAlert', old)
    expect(texts(seen, 'blanks')).toMatchObject([['stop', 'Still to write: [Write why]', expect.any(String)]])
    approve(ws, MAYA, ask(ws, MAYA, 'previewAlert', { ...old, body: 'Call {names}.' }))
    expect(rowsIn(ws, 'alerts')).toMatchObject([{ people: 6, state: 'approved' }])
  })
})
