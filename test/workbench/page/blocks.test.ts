import fc from 'fast-check'
import { blocks } from '../../../workbench/page/grid/perform'

test('a pasted rectangle is one block, so that onEdit hears of it once', () => {
  const cells = [
    { row: 3, column: 2, text: 'a' },
    { row: 3, column: 3, text: 'b' },
    { row: 4, column: 2, text: 'c' },
    { row: 4, column: 3, text: 'd' },
  ]
  expect(blocks(cells)).toEqual([
    {
      row: 3,
      column: 2,
      block: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
  ])
})

test('whatever was changed, every cell is in exactly one block, at its place, and no other cell is touched', () => {
  const cell = fc.record({ row: fc.nat(6), column: fc.nat(6), text: fc.string({ maxLength: 3 }) })
  fc.assert(
    fc.property(fc.uniqueArray(cell, { selector: ({ row, column }) => `${row}:${column}`, minLength: 1 }), (cells) => {
      const placed = blocks(cells).flatMap(({ row, column, block }) =>
        block.flatMap((line, r) => line.map((text, c) => ({ row: row + r, column: column + c, text }))),
      )
      const order = (a: { row: number; column: number }, b: { row: number; column: number }) =>
        a.row - b.row || a.column - b.column
      expect(placed.sort(order)).toEqual([...cells].sort(order))
    }),
  )
})
