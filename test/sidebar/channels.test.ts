/** The Channels page, and an alert that goes to channels. */
import type { ChannelDraft, Draft } from '../../src/contract'
import { describeInBrowser } from '../support/browser'
import { board } from './mock-board'
import { CHANNELS } from './mock-channels'
import { axeFindings, cutOff } from './open'
import { useSidebar } from './session'

const SHOTS = process.env.SHOTS ?? ''

describeInBrowser('the Channels page', () => {
  const sidebar = useSidebar()
  const open = async (now = {}) => {
    const session = await sidebar('ready', now)
    await session.button('Channels').click()
    await session.page.getByRole('heading', { name: 'Channels' }).waitFor()
    const fine = async (name: string) => {
      expect(await axeFindings(session.page)).toEqual([])
      expect(await cutOff(session.page)).toBe('')
      if (SHOTS) await session.page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
    }
    return { ...session, fine }
  }

  test('shows each channel, what is kept of it, and never its secret', async () => {
    const { page, fine, button } = await open()
    await page.getByText('61 members, list of yesterday 7:10 pm').waitFor()
    expect(await page.getByText('webhook: set').count()).toBe(1)
    expect(await page.getByText('paused').count()).toBe(1)
    await page.getByText('sam.pebbleton@national.example.org').waitFor()
    expect(await page.getByRole('link').count()).toBe(0)
    await fine('channels')
    await button('‹ Home').click()
    await page.getByText('61 of 80 districts').waitFor()
  })

  test('by keyboard: Slack is added; a wrong webhook is met where it was typed', async () => {
    const { page, reach, asked, fine } = await open()
    await reach('Add a channel')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.textContent === 'Add a channel')
    await reach('Kind')
    await page.keyboard.type('Slack')
    await reach('Name')
    await page.keyboard.type('#media')
    await reach('Webhook')
    await page.keyboard.type('https://evil.example/x')
    await reach('Save')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true')
    await page.getByText('This is no incoming webhook of Slack.').first().waitFor()
    await fine('channel-form')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('https://hooks.slack.com/services/T0/B0/x')
    await page.keyboard.press('Enter')
    await page.getByText('#media is saved.').first().waitFor()
    expect((await asked<ChannelDraft>('saveChannel')).at(-1)).toMatchObject({
      channelId: null,
      kind: 'slack',
      name: '#media',
    })
    // What was typed is gone from the page.
    await page.getByRole('button', { name: 'Change #media' }).click()
    expect(await page.getByLabel('Webhook').inputValue()).toBe('')
    await page.getByText('Set. Paste another one to replace it.').waitFor()
    expect(await page.content()).not.toContain('hooks.slack.com/services/T0')
  })

  test('a test is posted, and a refusal of it is told at its channel', async () => {
    const { page, button, spoil, asked } = await open()
    await button('Post a test in #franklin-alerts').click()
    await page.getByText('The test was posted in #franklin-alerts. Look there.').first().waitFor()
    const fault = { code: 'NOT_POSTED', message: 'The test was not posted: the channel is archived.', next: 'Mend it.' }
    await spoil('testPost', { as: 'fault', fault })
    await button('Post a test in #franklin-alerts').click()
    await page.getByText(fault.message).waitFor()
    expect(await asked('testPost')).toEqual([{ channelId: 'CH-002' }, { channelId: 'CH-002' }])
  })

  test('the member list: missing and left over with lists to copy, then changed after a second click, lot after lot', async () => {
    const { page, button, asked, fine } = await open()
    await button('Members of Leaders list').click()
    await button('Read from Google').click()
    await page.getByText('58 of 60 leaders are in it').waitFor()
    await button('Copy 2 addresses to add').waitFor()
    await page.getByText('lead of Elm Fork').waitFor()
    await page.getByText('<img src=x onerror=alert(1)>@example.org').waitFor()
    await fine('members')
    await button('Change it from here').click()
    expect(await asked('changeMembers')).toEqual([])
    await fine('members-confirm')
    await button('Change the Group').click()
    await page.getByText('Nobody is missing and nobody is left over.').waitFor()
    expect((await asked('changeMembers')).length).toBe(2)
    // What was shown of strangers is forgotten with the page.
    await button('Back to the channels').click()
    await button('Members of Leaders list').click()
    await button('Read from Google').waitFor()
    expect(await page.content()).not.toContain('old.treasurer')
  })

  test('where Google hides the list, it is pasted: only addresses leave the page', async () => {
    const { page, button, asked, fine } = await open({ hiddenList: true })
    await button('Members of Leaders list').click()
    await button('Read from Google').click()
    await page.getByText('Google does not show the members of this Group to your account.').waitFor()
    await button('Compare').click()
    await page.getByText('There is no e-mail address in it.').waitFor()
    await page
      .getByLabel('Member list')
      .fill(
        'Members for group Leaders\nEmail address,Nickname,Group status\nana@example.org,"Ana, the first",member\nBo <BO@example.org>\nout@example.org,,banned\nbad@@x',
      )
    await page.getByText('2 addresses found').waitFor()
    await fine('members-paste')
    await button('Compare').click()
    await page.getByText('2 members in all.').waitFor()
    expect(await asked('takeMembers')).toEqual([
      { channelId: 'CH-001', addresses: ['ana@example.org', 'bo@example.org'] },
    ])
  })

  test('the organizer is told after a look at what it says', async () => {
    const { page, button, asked, fine } = await open()
    await button('Tell the organizer…').click()
    await page.getByText('HB 120: 42 leaders mailed in 38 groups').waitFor()
    expect(await asked('tellOrganizer')).toEqual([])
    await fine('organizer')
    await button('Send to sam.pebbleton@national.example.org').click()
    await page.getByText('Last told today 12:20 pm.').waitFor()
    expect(await asked('tellOrganizer')).toEqual([{ seal: 'digest-1' }])
  })

  test('who may not keep channels sees them and changes nothing', async () => {
    const { page, button, fine } = await open({ mayApprove: false })
    await page.getByText('The operator and coordinators keep the channels.').waitFor()
    expect(await button('Add a channel').count()).toBe(0)
    expect(await page.getByRole('button', { name: /^Change |Post a test/ }).count()).toBe(0)
    await fine('channels-look')
  })

  test('a sheet without the tab says what to do', async () => {
    const session = await sidebar()
    const fault = {
      code: 'TAB_MISSING',
      message: 'The tab “Channels” is missing.',
      next: 'Open Statewide › Set up or repair.',
    }
    await session.spoil('channels', { as: 'fault', fault })
    await session.button('Channels').click()
    await session.page.getByText(fault.next).waitFor()
  })
})

describeInBrowser('an alert that goes to channels', () => {
  const sidebar = useSidebar()
  const ways = CHANNELS.map(({ channelId: id, kind, name }) => ({
    id,
    kind,
    name,
    note: kind === 'google group' ? 'member list of yesterday 7:10 pm' : '',
  }))
  const post = (kind: 'google group' | 'slack' | 'facebook', state: 'sent' | 'skipped' | 'doubt' | 'failed') => ({
    messageId: `M-${kind}`,
    kind,
    to: kind === 'google group' ? 'franklin-leaders@groups.example.org' : `#${kind}`,
    state,
    reason: state === 'failed' ? 'Slack refused it (404 no_service): the webhook is switched off' : '',
    text: kind === 'facebook' ? 'Please call Rep. Okafor.' : '',
  })

  test('what goes which way is ticked under What, shown in Check, and told apart from people on the button', async () => {
    const { page, tab, button, asked } = await sidebar('ready', { ways })
    await tab('Alert')
    await page.getByLabel(/Find/).first().waitFor()
    await button(/^2\s*What/).click()
    await page.getByText('How it goes').waitFor()
    expect(await page.getByLabel(/By mail to leaders/).isChecked()).toBe(true)
    await page.getByLabel(/To the Google Group Leaders list/).check()
    await page.getByLabel(/Slack #franklin-alerts/).check()
    expect(await axeFindings(page)).toEqual([])
    expect(await cutOff(page)).toBe('')
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/ways.png`, fullPage: true })
    await button(/^3\s*Check/).click()
    await button('Approve and send to 42 people, with 2 posts').waitFor()
    expect((await asked<Draft>('previewAlert')).at(-1)?.channels).toEqual(['mail', 'CH-001', 'CH-002'])
    await button('Text for #franklin-alerts').click()
    expect(await axeFindings(page)).toEqual([])
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/check-posts.png`, fullPage: true })
    await button(/^2\s*What/).click()
    await page.getByLabel(/By mail to leaders/).uncheck()
    await button(/^3\s*Check/).click()
    await button('Approve and send 2 posts').waitFor()
  })

  test('without channels nothing is asked', async () => {
    const { page, tab, button } = await sidebar()
    await tab('Alert')
    await page.getByLabel(/Find/).first().waitFor()
    await button(/^2\s*What/).click()
    await page.getByText('How it is mailed').waitFor()
    expect(await page.getByText('How it goes').count()).toBe(0)
  })

  test('an alert that went by posts alone is told in posts, on Home and under Send, and its answers are shown', async () => {
    const progress = {
      ...{ alertId: 'A-0009', title: 'SB 7', state: 'sent' as const, actBy: '2026-11-23T22:00:00.000Z', note: '' },
      ...{ actByText: 'today 5:00 pm', people: 0, sent: 0, waiting: 0, doubt: 0, failed: 0, stopped: 0, done: true },
      ...{ messages: 2, messagesSent: 1, endedAt: '2026-11-23T17:58:00.000Z', doubts: [], yours: 0 },
      posts: [post('google group', 'sent'), post('facebook', 'skipped')],
    }
    const { page, button, foot } = await sidebar('live', { progress, board: board({ alertId: 'A-0009' }) })
    await page.getByText('1 of 2 posts made').waitFor()
    expect(await page.getByText('0 people').count()).toBe(0)
    await button('Open A-0009').click()
    await page.getByText('✓ handed to the Group').waitFor()
    expect(await page.getByText(/0 people/).count()).toBe(0)
    await page.getByText('2 of 4 groups answered').waitFor()
    await button(/^Enter an answer of/)
      .first()
      .waitFor()
    expect(await foot()).toBe('A-0009: 1 of 2 posts made')
    const called = await sidebar('live', { progress: { ...progress, state: 'cancelled' } })
    await called.page.getByText('✕ Cancelled: 1 of 2 posts made').waitFor()
  })

  test('under Send each post says what became of it; Facebook’s is copied and marked, a refused one posted again', async () => {
    const posts = [post('google group', 'sent'), post('slack', 'failed'), post('facebook', 'skipped')]
    const group = 'https://www.facebook.com/groups/123'
    const channels = CHANNELS.map((one) =>
      one.kind === 'facebook' ? { ...one, name: '#facebook', address: group } : one,
    )
    const { page, tab, button, asked, change } = await sidebar('live', { posts, channels })
    await change({ posts })
    await tab('Alert')
    await button('Send what is left now').click()
    await page.getByText('✓ handed to the Group').waitFor()
    await page.getByText('Left for you: 1 post to copy and paste, above.').waitFor()
    expect(await page.getByRole('link', { name: 'Open the Facebook group' }).getAttribute('href')).toBe(group)
    await button('Copy the text for #facebook').click()
    await page.getByText('✓ Copy the text').or(page.getByLabel('To copy by hand')).first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await cutOff(page)).toBe('')
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/send-posts.png`, fullPage: true })
    await button('I posted it in #facebook').click()
    await button('Post it again: #slack').click()
    expect(await asked('settleDoubt')).toEqual([
      { messageId: 'M-facebook', as: 'it went' },
      { messageId: 'M-slack', as: 'send it again' },
    ])
  })
})
