/** What is wrong in which row and column: rows that stay out first. */
import type { ImportPreview } from '../../../src/groups/in-page'
import { More } from '../../parts/more'
import { count } from '../../words'

export function ImportProblems({ preview }: { preview: ImportPreview }) {
  const { problems } = preview
  if (!problems.length) return <p>✓ Nothing is wrong in any row.</p>
  const out = new Set(problems.filter((problem) => problem.level === 'error' && problem.row > 0).map(({ row }) => row))
  return (
    <>
      <h3>{count(problems.length, 'problem')}</h3>
      {out.size > 0 && (
        <p>{`${count(out.size, 'row')} cannot be added as ${out.size === 1 ? 'it stands' : 'they stand'}.`}</p>
      )}
      <More items={problems} first={8} noun="problems">
        {(problem) => (
          <li key={`${problem.row} ${problem.column} ${problem.code}`}>
            <b>
              {problem.row > 0 ? `Row ${problem.row}` : 'All rows'}
              {problem.column && ` · ${problem.column}`}
            </b>{' '}
            <span class="muted">{problem.level === 'error' ? '✕ stays out' : '○ comes in'}</span>
            <br />
            {problem.message} {problem.next}
          </li>
        )}
      </More>
    </>
  )
}
