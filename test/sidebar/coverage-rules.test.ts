/** What the coverage dialog decides by itself: levels, counts, targets, who touches whom, who is nearest, the CSV. */

import fc from 'fast-check'
import Papa from 'papaparse'
import type { Outline } from '../../sidebar/pages/coverage/board'
import { areaOf, boardOf, keyOf } from '../../sidebar/pages/coverage/board'
import { countOf, countWords, least, levelOf } from '../../sidebar/pages/coverage/cover'
import { csvOf } from '../../sidebar/pages/coverage/csv'
import { draw, toward } from '../../sidebar/pages/coverage/draw'
import { milesWords, nearestTo } from '../../sidebar/pages/coverage/nearest'
import { districtsOf, readTargets } from '../../sidebar/pages/coverage/targets'
import { toucher } from '../../sidebar/pages/coverage/touching'
import type { Point } from '../../src/districts/shape'
import { parseCsv } from '../support/parse-csv'
import { COVERAGE, FORMULA, HOSTILE, OUTLINES } from './mock-coverage'

const all = COVERAGE.districts
const board = boardOf(all, 'lower', OUTLINES.lower)
const area = (name: string) => {
  const found = areaOf(board, `o:99${name}`)
  if (!found) throw new Error(`no outline ${name}`)
  return found
}
const district = (label: string) => {
  const found = all.find((one) => one.label === label)
  if (!found) throw new Error(`no ${label}`)
  return found
}
const labels = (keys: ReadonlySet<string>) => all.filter((one) => keys.has(keyOf(one))).map((one) => one.label)
const places = new Map(COVERAGE.places.map((place) => [place.groupId, place]))

describe('colours and counts', () => {
  test('no group, one, and more are three levels', () => {
    expect([0, 1, 2, 40].map(levelOf)).toEqual(['none', 'one', 'more', 'more'])
  })

  test('an outline with several districts shows the least covered of them', () => {
    expect(area('31').districts.map((one) => one.district)).toEqual(['31', '90'])
    expect(least(area('31'), null)).toBe(0)
  })

  test('with a filter it shows the least covered of those that are looked at', () => {
    expect(least(area('31'), new Set([keyOf(district('House 90'))]))).toBe(1)
  })

  test('districts are counted in a sentence, all or those of a filter', () => {
    const house = all.filter((one) => one.chamber === 'lower')
    expect(countWords(countOf(house, null))).toBe('6 of 16 districts, 10 without a group')
    const two = new Set(['House 13', 'House 14'].map((label) => keyOf(district(label))))
    expect(countWords(countOf(house, two))).toBe('2 of 2 districts, none without a group')
    expect(countWords(countOf(house, new Set()))).toBe('no district')
  })

  test('an outline of no known district, or one that cannot be read, is left out and its district is missed', () => {
    const [first, ...rest] = OUTLINES.lower
    const torn = [
      { ...(first as Outline), shape: '[[' },
      ...rest,
      { ...(first as Outline), geoid: '99ZZZ', districts: ['99'] },
    ]
    const made = boardOf(all, 'lower', torn)
    expect(made.shapes).toHaveLength(14)
    expect(made.unseen.map((one) => one.district)).toEqual(['11'])
  })
})

describe('a list of targets', () => {
  test.each([
    ['Okafor', ['House 13']],
    ['Rep. Ada Okafor (D)', ['House 13']],
    ['Okafor, Ada', ['House 13']],
    ['HD 13, House 14; hd31', ['House 13', 'House 14', 'House 31']],
    ['13\n14\r\n15', ['House 13', 'House 14', 'House 15']],
    ['Senate 3', ['Senate 3']],
    ['SD 3', ['Senate 3']],
  ])('%p means %p', (text, expected) => {
    const { chosen, unclear } = readTargets(text, all)
    expect(labels(chosen)).toEqual(expected)
    expect(unclear).toEqual([])
  })

  test('what is not understood is said, with the reason; the rest counts', () => {
    const { chosen, unclear } = readTargets('Lund\nNobody Known\nBrandt', all)
    expect(labels(chosen)).toEqual(['House 14'])
    expect(unclear).toEqual([
      { text: 'Lund', why: 'fits 2 districts: House 11, House 22' },
      { text: 'Nobody Known', why: 'no district or legislator is like this' },
    ])
  })

  test('a number alone is that district, not others that begin with it', () => {
    const some = ['1', '1A', '14'].map((name) => ({ ...district('House 11'), district: name, label: `House ${name}` }))
    const { chosen } = readTargets('1, 1A', some)
    expect([...chosen]).toEqual(['lower|1', 'lower|1A'])
  })

  test('names of districts with commas in them stay whole', () => {
    const named = ['Hampden', 'Berkshire, Hampden, Franklin and Hampshire', 'Barnstable, Dukes and Nantucket'].map(
      (name) => ({
        ...district('House 11'),
        legislators: [],
        district: name,
        label: `Senate ${name}`,
      }),
    )
    const { chosen, unclear } = readTargets('Barnstable, Dukes and Nantucket, Hampden', named)
    expect([...chosen]).toEqual(['lower|Barnstable, Dukes and Nantucket', 'lower|Hampden'])
    expect(unclear).toEqual([])
  })

  test('any text is read without an error, and means districts that there are', () => {
    const known = new Set(all.map(keyOf))
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (text) => {
        for (const key of readTargets(text, all).chosen) expect(known.has(key)).toBe(true)
      }),
    )
  })

  test('a committee is the districts of its members', () => {
    expect(labels(districtsOf(['ocd-lower-13', 'ocd-lower-22', 'nobody'], all))).toEqual(['House 13', 'House 22'])
    expect(districtsOf([''], all).size).toBe(0)
  })
})

describe('who touches whom', () => {
  const touching = toucher(board.shapes)
  const names = (of: string) => touching(area(of)).map((one) => one.districts[0]?.district)

  test('neighbours touch though some metres lie between their outlines, corners too', () => {
    expect(names('11')).toEqual(['12', '21', '22'])
    expect(names('23')).toEqual(['12', '13', '14', '22', '24', '32', '33', '34'])
  })

  test('it is mutual', () => {
    for (const one of board.shapes) for (const other of touching(one)) expect(touching(other)).toContain(one)
  })

  test('outlines whose lines cross far from any corner touch; one three hundred metres off does not', () => {
    const square = (x: number, y: number, wide: number, high: number): Point[] => [
      [x, y],
      [x + wide, y],
      [x + wide, y + high],
      [x, y + high],
    ]
    const shapes = [
      square(-90, 45, 1, 0.1),
      square(-89.55, 44.5, 0.1, 1),
      square(-90, 45.1 + 300 / 111_195, 0.2, 0.1),
    ].map((ring, i) => ({ ...area('11'), key: String(i), polygons: [[ring]] }))
    const near = toucher(shapes)
    expect(shapes.map((one) => near(one).map((other) => other.key))).toEqual([['1'], ['0'], []])
  })
})

describe('who is nearest to a gap', () => {
  const touching = toucher(board.shapes)

  test('groups in districts that touch it, the nearer first where points are known', () => {
    const { ring, groups } = nearestTo([area('15')], touching, places)
    expect(ring).toBe(1)
    expect(groups.map((one) => one.name)).toEqual(['Lakeside Indivisible', 'Cedar Bend Neighbors', 'Stonebridge Votes'])
    expect(groups[0]?.metres).toBeGreaterThan(5_000)
    expect(groups[0]?.metres).toBeLessThan(20_000)
  })

  test('where none touches it, those in the next ring', () => {
    const { ring, groups } = nearestTo([area('11')], touching, places)
    expect(ring).toBe(2)
    expect(groups.map((one) => one.name).sort()).toEqual(
      [FORMULA, 'Elm Fork Indivisible', 'Quarry Circle', HOSTILE].sort(),
    )
  })

  test('an island has nobody near, and says so', () => {
    const island = { ...area('11'), polygons: [[[[-80, 40] as const, [-79, 40] as const, [-79, 41] as const]]] }
    expect(nearestTo([island], toucher([...board.shapes, island]), places)).toEqual({ ring: 0, groups: [] })
  })

  test('distances are said in miles', () => {
    expect([0, 1609, 1700, 12_000].map(milesWords)).toEqual([
      'less than a mile away',
      'less than a mile away',
      'about 1 mile away',
      'about 7 miles away',
    ])
  })
})

describe('the picture', () => {
  const picture = draw(board.shapes, { width: 1000, height: 760 })
  const spotOf = (name: string) => picture.drawn.find((one) => one.area.key === `o:99${name}`)

  test('north is up and west is left', () => {
    const [x11 = 0, y11 = 0] = spotOf('11')?.spot ?? []
    const [x12 = 0] = spotOf('12')?.spot ?? []
    const [, y21 = 0] = spotOf('21')?.spot ?? []
    expect(x11).toBeLessThan(x12)
    expect(y11).toBeLessThan(y21)
  })

  test('outlines wound either way are the same picture, not the rest of the world', () => {
    const turned = board.shapes.map((one) => ({
      ...one,
      polygons: one.polygons.map((rings) => rings.map((ring) => [...ring].reverse())),
    }))
    const other = draw(turned, { width: 1000, height: 760 })
    expect([other.width, other.height]).toEqual([picture.width, picture.height])
    for (const { path } of other.drawn) expect(path.length).toBeLessThan(500)
  })

  test('a number stands inside its outline, also where the outline is a hook', () => {
    const hook: Point[] = [
      [-90, 45],
      [-89, 45],
      [-89, 45.1],
      [-89.9, 45.1],
      [-89.9, 46],
      [-90, 46],
    ]
    const { drawn } = draw([{ ...area('11'), polygons: [[hook]] }], { width: 500, height: 500 })
    expect(drawn[0]?.room).toBeGreaterThan(10)
  })

  test('arrows lead to the neighbour in that direction, and nowhere over the rim', () => {
    const from = spotOf('23')
    if (!from) throw new Error('no 23')
    const to = (direction: 'left' | 'right' | 'up' | 'down') =>
      toward(from, picture.drawn, direction)?.area.districts[0]?.district
    expect((['left', 'right', 'up', 'down'] as const).map(to)).toEqual(['22', '24', '13', '33'])
    const corner = spotOf('11')
    if (corner) expect(toward(corner, picture.drawn, 'up')).toBeNull()
  })
})

describe('the CSV', () => {
  const rows = parseCsv(csvOf(COVERAGE, null).replace('\ufeff', ''))

  test('it has a line a district with seat-holders, vacancies and groups', () => {
    expect(rows[0]).toEqual([
      'Chamber',
      'District',
      'Seats',
      'Seat-holders',
      'Vacant seats',
      'Groups',
      'Names of groups',
    ])
    expect(rows).toHaveLength(1 + all.length)
    expect(rows.find((row) => row[0] === 'House' && row[1] === '14')).toEqual([
      'House', '14', '1', 'Lea Brandt (D) 555-0114', '0', '2', 'Cedar Bend Neighbors; Stonebridge Votes',
    ]) // biome-ignore format: a row
    expect(rows.find((row) => row[1] === '34')?.slice(2, 6)).toEqual(['2', 'Member lower 34 (D) 555-0114', '1', '0'])
  })

  test('a name that a spreadsheet would calculate begins with an apostrophe', () => {
    expect(rows.find((row) => row[1] === '33')?.[6]).toBe(`'${FORMULA}`)
    expect(rows.find((row) => row[1] === '23')?.[6]).toBe(HOSTILE)
    for (const start of ['=1', '+1', '-1', '@x', '\tx', '\rx', '=1\n+2']) {
      const groups = [{ id: 'G-1', name: start }]
      const one = { ...COVERAGE, districts: [{ ...district('House 13'), groups }] }
      expect(Papa.parse<string[]>(csvOf(one, null), { newline: '\r\n' }).data[1]?.[6]).toBe(`'${start}`)
    }
  })

  test('a filter leaves the other districts out', () => {
    const some = parseCsv(csvOf(COVERAGE, new Set([keyOf(district('House 13'))])))
    expect(some.slice(1).map((row) => row[1])).toEqual(['13'])
  })
})
