/** Saving what is seen: as a picture and as a table. Nothing leaves this page but to the person’s own disk. */
import { render } from 'preact'
import type { CoverageView } from '../../../src/contract'
import { CallFault } from '../../call'
import { Button } from '../../parts/button'
import { FaultNotice } from '../../parts/notice'
import { searchWords } from '../../search'
import { announce } from '../../state/announce'
import { useTask } from '../../state/task'
import type { Chosen } from './cover'
import { csvOf } from './csv'
import { Poster, type PosterProps, posterSize } from './poster'

/** Pixels of the file to a pixel of the poster: sharp in print and on slides. */
const SHARPER = 2

const cannot = () =>
  new CallFault({
    code: 'NO_PICTURE',
    message: 'This browser could not make the picture.',
    next: 'Save as CSV, or take a screenshot.',
  })

async function pngOf(poster: PosterProps): Promise<Blob> {
  const { width, height } = posterSize(poster)
  const holder = document.createElement('div')
  render(<Poster {...poster} />, holder)
  const svg = holder.firstElementChild
  if (!svg) throw cannot()
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`
  render(null, holder)
  await image.decode().catch(() => {
    throw cannot()
  })
  const canvas = document.createElement('canvas')
  canvas.width = width * SHARPER
  canvas.height = height * SHARPER
  const ink = canvas.getContext('2d')
  ink?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (!blob) throw cannot()
  return blob
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.target = '_self'
  document.body.append(link)
  link.click()
  link.remove()
  // Some browsers begin to read it a little later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

const today = (): string => new Date().toLocaleDateString('en-CA')
const fileName = (parts: readonly string[], ending: string): string =>
  `${[...parts.flatMap(searchWords), today()].join('-').slice(0, 100)}.${ending}`

interface Props {
  view: CoverageView
  chosen: Chosen
  /** What is looked at, '' for all. */
  filter: string
  chamber: string
  counts: string
  poster: Omit<PosterProps, 'title' | 'facts'>
}

export function Save({ view, chosen, filter, chamber, counts, poster }: Props) {
  const task = useTask()
  const png = () =>
    task.run(async () => {
      const title = `Indivisible groups in ${view.state}: ${chamber} districts`
      const date = new Date().toLocaleDateString('en-US', { month: 'long', day: 'numeric', year: 'numeric' })
      const facts = [filter, counts, date].filter(Boolean).join(' · ')
      download(await pngOf({ ...poster, title, facts }), fileName(['coverage', view.state, chamber, filter], 'png'))
      announce('The picture is saved.')
    })
  const csv = () => {
    download(
      new Blob([csvOf(view, chosen)], { type: 'text/csv;charset=utf-8' }),
      fileName(['coverage', view.state, filter], 'csv'),
    )
    announce('The table is saved.')
  }
  return (
    <>
      <div class="row">
        <Button onClick={png} busy={task.busy}>
          Save as PNG
        </Button>
        <Button onClick={csv}>Save as CSV</Button>
      </div>
      <FaultNotice fault={task.fault} />
    </>
  )
}
