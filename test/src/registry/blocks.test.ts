/** Few blocks, every wanted cell in one, and no cell of other people’s touched. */
import fc from 'fast-check'
import { type Block, exactBlocks, type Fix, planBlocks, runs } from '../../../src/registry/blocks'

const fixes: fc.Arbitrary<Fix[]> = fc
  .uniqueArray(fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 8 })), { selector: ([r, c]) => `${r}:${c}`, maxLength: 60 })
  .map((places) => places.map(([row, column]) => ({ row, column, cell: `${row}:${column}` })))

const written = (blocks: readonly Block[]): Map<string, unknown> =>
  new Map(
    blocks.flatMap((block) =>
      block.cells.flatMap((line, r) =>
        line.map((cell, c) => [`${block.row + r}:${block.column + c}`, cell] as [string, unknown]),
      ),
    ),
  )

test('exact blocks hold every cell once and nothing else', () => {
  fc.assert(
    fc.property(fixes, (list) => {
      const cells = written(exactBlocks(list))
      expect(cells.size).toBe(list.length)
      for (const { row, column, cell } of list) expect(cells.get(`${row}:${column}`)).toBe(cell)
    }),
  )
})

test('planned blocks hold every cell, fill only where they may, and fill with what stands there', () => {
  fc.assert(
    fc.property(fixes, fc.uniqueArray(fc.nat({ max: 8 })), (list, mine) => {
      const mayFill = (column: number) => mine.includes(column)
      const wanted = new Map(list.map((f) => [`${f.row}:${f.column}`, f.cell]))
      const cells = written(planBlocks(list, mayFill, (r, c) => `stands ${r}:${c}`))
      for (const [place, cell] of wanted) expect(cells.get(place)).toBe(cell)
      for (const [place, cell] of cells) {
        if (wanted.has(place)) continue
        expect(mayFill(Number(place.split(':')[1]))).toBe(true)
        expect(cell).toBe(`stands ${place}`)
      }
    }),
  )
})

test('blocks of our own columns do not grow with the rows', () => {
  const blocksOf = (rows: number) => {
    const list = Array.from({ length: rows }, (_, i) => [
      { row: i * 3, column: 6, cell: 'a' },
      { row: i * 3 + 1, column: 8, cell: 'b' },
    ]).flat()
    return planBlocks(
      list,
      () => true,
      () => '',
    ).length
  }
  expect(blocksOf(1000)).toBe(blocksOf(10))
})

test('two cells far apart are written alone, not with everything between them', () => {
  const far = [
    { row: 1, column: 6, cell: 'a' },
    { row: 9000, column: 6, cell: 'b' },
  ]
  expect(
    written(
      planBlocks(
        far,
        () => true,
        () => '',
      ),
    ).size,
  ).toBe(2)
})

test('runs are maximal', () => {
  expect(runs([5, 1, 2, 2, 3, 9])).toEqual([
    [1, 3],
    [5, 5],
    [9, 9],
  ])
})
