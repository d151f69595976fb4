/** What the rows would become: how each column was read, what is wrong where, what is there already. */
import type { ImportPreview } from '../../../src/groups/in-page'
import { Card } from '../../parts/page'
import { count } from '../../words'
import { Duplicates } from './duplicates'
import { ImportProblems } from './import-problems'

export function Preview({ preview }: { preview: ImportPreview }) {
  const { columns, sample } = preview
  const used = columns.filter((column) => column.to !== null)
  const unused = columns.filter((column) => column.to === null)
  return (
    <div class="preview">
      <h3>{`${count(preview.rows, 'row')} checked`}</h3>
      <Card>
        <table class="pairs">
          <caption class="unseen">How each column was read</caption>
          <thead>
            <tr>
              <th scope="col">Your heading</th>
              <th scope="col">Goes to</th>
            </tr>
          </thead>
          <tbody>
            {used.map((column, index) => (
              <tr key={`${index} ${column.from}`}>
                <td>{column.from || '(blank)'}</td>
                <td>{column.to}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {unused.length > 0 && (
          <p class="muted">{`Not brought in: ${unused.map((column) => column.from || '(blank)').join(', ')}.`}</p>
        )}
      </Card>
      <ImportProblems preview={preview} />
      <Duplicates preview={preview} />
      {sample.length > 0 && (
        <>
          <h3>As they will stand</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
          <section class="scroll" tabIndex={0} aria-label="First rows as they will stand">
            <table class="sample">
              <thead>
                <tr>
                  {used.map((column, index) => (
                    <th scope="col" key={`${index} ${column.to}`}>
                      {column.to}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {sample.map((row, index) => (
                  <tr key={`${index} ${row[0]}`}>
                    {row.map((cell, at) => (
                      <td key={`${at} ${cell}`}>{cell.length > 80 ? `${cell.slice(0, 80)}…` : cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </div>
  )
}
