/** The picture of districts: from what stands in the sheet's cells to paths, labels, and the place under a click. */
import fc from 'fast-check'
import { placeLabels, shortLabel } from '../../sidebar/map/labels'
import { around, draw } from '../../sidebar/map/project'
import { shapesAt, toShapes, wound } from '../../sidebar/map/shapes'
import type { Polygons } from '../../src/districts/shape'
import { encodeShape } from '../../src/districts/shape'

const box = (west: number, south: number, east: number, north: number): [number, number][] => [
  [west, south],
  [west, north],
  [east, north],
  [east, south],
  [west, south],
]
const outline = (district: string, polygons: Polygons) => ({
  geoid: `99${district}`,
  name: `District ${district}`,
  districts: [district],
  lines: '2026',
  shape: encodeShape(polygons),
})
const SIZE = { width: 270, height: 170 }
const backwards = (polygons: Polygons): Polygons => polygons.map((rings) => rings.map((ring) => [...ring].reverse()))

test('an outline is drawn the same whichever way its rings were wound', () => {
  const lake: Polygons = [[box(-90, 40, -89, 41), box(-89.7, 40.3, -89.4, 40.6)]]
  const picture = draw([wound(lake)], SIZE)
  const drawn = [lake, backwards(lake)].map((polygons) => picture.box(wound(polygons)))
  expect(drawn[1]).toEqual(drawn[0])
  const [left = 0, top = 0, right = 0, bottom = 0] = drawn[0] ?? []
  for (const edge of [left, top]) expect(edge).toBeGreaterThanOrEqual(3.9)
  expect(right).toBeLessThanOrEqual(SIZE.width - 3.9)
  expect(bottom).toBeLessThanOrEqual(SIZE.height - 3.9)
  // Wound the wrong way it would stand for the rest of the world, and fill the frame.
  expect(picture.path(wound(backwards(lake))).split('M')).toHaveLength(3)
})

test('the place under a pixel is the place that was drawn there', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -170, max: -60, noNaN: true }),
      fc.double({ min: 18, max: 71, noNaN: true }),
      fc.double({ min: -0.1, max: 0.1, noNaN: true }),
      (longitude, latitude, step) => {
        const picture = draw([around([longitude, latitude], 20)], SIZE)
        const there = [longitude + step, latitude - step] as const
        const [back] = [picture.toPlace(...picture.toPixels(there))]
        expect(back[0]).toBeCloseTo(there[0], 6)
        expect(back[1]).toBeCloseTo(there[1], 6)
      },
    ),
  )
})

test('a state across the 180th meridian is one picture, not two at the ends of the world', () => {
  const [near, far] = [wound([[box(-179.9, 52, -178, 53)]]), wound([[box(178, 52, 179.9, 53)]])]
  const picture = draw([near, far], SIZE)
  const [a, b] = [picture.box(near), picture.box(far)]
  expect((a?.[0] ?? 0) - (b?.[2] ?? 0)).toBeLessThan(20)
  expect((a?.[0] ?? 0) - (b?.[2] ?? 0)).toBeGreaterThan(0)
})

test('what lies outside the frame has no path, no middle and no box', () => {
  const picture = draw([around([-90, 40], 5)], SIZE)
  const away = wound([[box(-80, 30, -79, 31)]])
  expect([picture.path(away), picture.middle(away), picture.box(away)]).toEqual(['', null, null])
})

test('cells that hold no outline are left out, whatever stands in them', () => {
  const shapes = toShapes([
    outline('1', [[box(-90, 40, -89, 41)]]),
    { ...outline('2', []), shape: '' },
    { ...outline('3', []), shape: '=IMPORTXML("x")' },
    { ...outline('4', []), shape: '{"a":1}' },
    { ...outline('5', []), shape: '[[[1,2]]]' },
  ])
  expect(shapes.map((shape) => shape.districts)).toEqual([['1']])
})

test('a place lies in the district around it, and in none where there is a hole', () => {
  const shapes = toShapes([
    outline('1', [[box(-90, 40, -89, 41), box(-89.7, 40.3, -89.4, 40.6)]]),
    outline('2', [[box(-89, 40, -88, 41)]]),
  ])
  const at = (longitude: number, latitude: number) => shapesAt(shapes, [longitude, latitude]).map((s) => s.districts[0])
  expect([at(-89.9, 40.5), at(-88.5, 40.5), at(-89.5, 40.5), at(0, 0)]).toEqual([['1'], ['2'], [], []])
})

test('labels are short, stand inside their district, and never on each other', () => {
  expect([
    shortLabel('House', ['14A']),
    shortLabel('Legislature', ['7']),
    shortLabel('House', ['1A', '1B']),
    shortLabel('Senate', ['First Essex']),
    shortLabel('Senate', ['A']),
  ]).toEqual(['HD 14A', 'LD 7', 'HD 1A, 1B', 'First Essex', 'SD A'])
  const row = Array.from({ length: 30 }, (_, i) => outline(String(i), [[box(-90 + i / 10, 40, -89.9 + i / 10, 42)]]))
  const wide = outline('wide', [[box(-90, 42, -87, 43)]])
  const shapes = toShapes([...row, wide])
  const picture = draw(
    shapes.map((s) => s.geometry),
    SIZE,
  )
  // Thirty slivers of 5 pixels each: none has room for its name, and the wide one does.
  expect(placeLabels(shapes, picture, (s) => s.districts.join()).map((l) => l.text)).toEqual(['wide'])
})
