/** Outlines fit a cell and come back; distances to them are right. */
import fc from 'fast-check'
import { measure } from '../../../src/districts/border'
import { decodeShape, encodeShape, type Polygons } from '../../../src/districts/shape'

const square = (x: number, y: number, side: number): Polygons => [
  [
    [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ],
  ],
]

test('an outline comes back to within a metre, holes and islands too', () => {
  const whole = fc.tuple(fc.integer({ min: -17_000_000, max: 17_000_000 }), fc.integer({ min: -8e6, max: 8e6 }))
  const ring = fc
    .uniqueArray(whole, { minLength: 4, maxLength: 40, selector: ([x, y]) => `${x} ${y}` })
    .map((points) => points.map(([x, y]): [number, number] => [x / 1e5 + 2e-6, y / 1e5 - 2e-6]))
  const shape = fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  const rounded = (polygons: Polygons) =>
    polygons.map((rings) => rings.map((r) => r.map(([x, y]) => [Math.round(x * 1e5) + 0, Math.round(y * 1e5) + 0])))
  fc.assert(
    fc.property(shape, (polygons) => expect(rounded(decodeShape(encodeShape(polygons)))).toEqual(rounded(polygons))),
  )
})

test('a cell that somebody wrote over holds no outline', () => {
  for (const text of ['', 'x', '{}', '[1]', '[[1]]', 'null', '[["a"]]']) expect(decodeShape(text)).toEqual([])
})

test('a point 1 km inside a border is about 1 km from it, on whichever side', () => {
  const shape = square(-93, 45, 0.1)
  const km = 1000 / 111_195
  const inside = measure(shape, [-92.95, 45 + km])
  expect(inside.inside).toBe(true)
  expect(inside.metres).toBeCloseTo(1000, -1)
  const outside = measure(shape, [-92.95, 45 - km])
  expect(outside.inside).toBe(false)
  expect(outside.metres).toBeCloseTo(1000, -1)
})

test('what lies in a hole lies outside', () => {
  const [outer = []] = square(0, 40, 1)
  const [hole = []] = square(0.4, 40.4, 0.2)
  expect(measure([[...outer, ...hole]], [0.5, 40.5]).inside).toBe(false)
  expect(measure([[...outer, ...hole]], [0.2, 40.2]).inside).toBe(true)
})
