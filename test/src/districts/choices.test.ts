/** One group mapped by a person: several places to choose from, hints, a place near a border, in made-up Franklin. */
import { type FranklinDesk, franklinDesk, MAYA, NOOR, outlinesOfFranklin } from '../../support/franklin-desk'
import { keepOutlines } from '../../support/kept-outlines'

const place = (desk: FranklinDesk, trouble: string) => desk.state.truth.findIndex((t) => t.trouble === trouble)
const covers = (card: { covers: { chamber: string; district: string }[] }) =>
  card.covers.map((c) => `${c.chamber} ${c.district}`)

describe('an address that fits several places', () => {
  const desk = franklinDesk()
  const groupId = desk.idOf(place(desk, 'two matches'))
  const mapped = () => desk.ask(MAYA, 'mapGroup', { groupId })

  test('gives a choice between them, each with its districts, and writes no district', () => {
    const card = mapped()
    expect(card).toMatchObject({
      mapping: 'check',
      covers: [],
      why: expect.stringMatching(/^2 places fit this address/),
    })
    expect(card.choices).toHaveLength(2)
    for (const { address, districts } of card.choices) {
      expect(address).toMatch(/^\d+ [A-Z ]+, .*FR, \d{5}$/)
      expect(districts).toEqual([expect.stringMatching(/^Senate \d+$/), expect.stringMatching(/^House \d+[AB]?$/)])
    }
    expect(new Set(card.choices.map((c) => c.districts.join())).size).toBe(2)
  })

  test('looking at the card later gives none: they are asked for, not kept', () => {
    expect(desk.ask(MAYA, 'groupCard', { groupId }).card?.choices).toEqual([])
  })

  test('a place that is no longer among them is refused, and nothing is written', () => {
    const fault = desk.faultOf(MAYA, 'mapGroup', { groupId, pick: '1 ELSEWHERE ST, ELM FORK, FR, 00101' })
    expect(fault).toMatchObject({ code: 'PICK_GONE', next: expect.stringMatching(/^Map the group again/) })
    expect(desk.ask(MAYA, 'groupCard', { groupId }).card).toMatchObject({ mapping: 'check', covers: [] })
  })

  test('the one that a person picks is their word: it stands when all is mapped, and can be picked anew', () => {
    type Choice = { address: string; districts: string[] }
    const [first, second] = mapped().choices as [Choice, Choice]
    for (const [email, choice] of [
      [MAYA, first],
      [NOOR, second],
    ] as const) {
      const card = desk.ask(email, 'mapGroup', { groupId, pick: choice.address })
      expect(card).toMatchObject({ mapping: 'mapped', why: '', next: '' })
      expect(card.covers.map((c) => c.label).slice(0, 2)).toEqual(choice.districts.slice(0, 2))
      expect(card.covers.map((c) => c.confirmedBy)).toEqual(card.covers.map(() => email))
    }
    const before = desk.asked.length
    desk.ask(MAYA, 'mapLot', { after: '' })
    expect(desk.asked.slice(before)).not.toContainEqual(
      expect.stringContaining(desk.state.groups[place(desk, 'two matches')]?.address ?? '?'),
    )
    const { card } = desk.ask(MAYA, 'groupCard', { groupId })
    expect(card?.covers.map((c) => c.label).slice(0, 2)).toEqual(second.districts.slice(0, 2))
    // Mapped once more, the choice is there again, and the word stands.
    expect(mapped()).toMatchObject({ mapping: 'mapped', choices: [{}, {}] })
  })
})

test('a group that could not be mapped shows what groups of its ZIP or town say, and is not mapped by it', () => {
  const desk = franklinDesk()
  for (let after = '', left = 1; left > 0; ) ({ last: after, left } = desk.ask(MAYA, 'mapLot', { after }))
  const { groups, truth } = desk.state
  const kind = truth.map((t, i) => ({ i, trouble: t.trouble, group: groups[i] }))
  for (const { i, group } of kind.filter(({ trouble }) => trouble === 'no address' || trouble === 'post office box')) {
    const { card } = desk.ask(MAYA, 'groupCard', { groupId: desk.idOf(i) })
    expect(card).toMatchObject({ mapping: 'none', covers: [] })
    const near = kind.filter((k) => !k.trouble && k.i !== i && k.group?.zip === group?.zip)
    const labels = new Set(near.flatMap((k) => truth[k.i]?.upper.map((d) => `Senate ${d}`) ?? []))
    const hinted = card?.hints.filter((h) => h.startsWith('Senate')).map((h) => h.replace(/ \(\d+ groups?\)$/, ''))
    if (near.length > 0) expect(new Set(hinted)).toEqual(labels)
    expect(card?.hints.every((h) => /^(Senate|House) \w+ \(\d+ groups?\)$/.test(h))).toBe(true)
  }
  const { card } = desk.ask(MAYA, 'groupCard', { groupId: desk.idOf(1) })
  expect(card).toMatchObject({ mapping: 'mapped', hints: [] })
})

test('the group that lies 90 m from a line is mapped without outlines, and to be checked once they are there', () => {
  const desk = franklinDesk()
  const groupId = desk.idOf(0)
  const sure = desk.ask(MAYA, 'mapGroup', { groupId })
  expect(sure).toMatchObject({ mapping: 'mapped', why: '' })
  keepOutlines(desk.workspace, outlinesOfFranklin(desk.state))
  const card = desk.ask(MAYA, 'mapGroup', { groupId })
  expect(card).toMatchObject({
    mapping: 'check',
    why: expect.stringMatching(/^About (80|90|100) m from the border to (Senate|House) /),
    next: 'Ask the group on which side it meets, then press Confirm.',
  })
  expect(covers(card)).toEqual(covers(sure))
  expect(desk.ask(MAYA, 'groups', {}).problems).toContainEqual(expect.objectContaining({ groupId, why: card.why }))
})
