/** `npm start`: the workbench in a browser. `--port 9000` asks for a port, `--no-open` opens nothing. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { servePage } from './page/serve'

const PORT = 8765

/** Opens the address in the person's browser; where there is none, the printed address has to do. */
function openBrowser(url: string): void {
  const [command, args]: [string, string[]] =
    process.platform === 'darwin'
      ? ['open', [url]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '', url]]
        : ['xdg-open', [url]]
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}

/** Serves what was last built (`npm run build`). `port` 0: any that is free. */
export async function startWorkbench(
  options: { port?: number; open?: boolean } = {},
): Promise<{ url: string; close(): Promise<void> }> {
  const served = await servePage({ port: options.port ?? PORT, dist: join(__dirname, '../dist') })
  if (options.open) openBrowser(served.url)
  return served
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } } })
  const { url } = await startWorkbench({ port: Number(values.port ?? PORT), open: !values['no-open'] })
  console.log(`The workbench is at ${url}\nStop it with Ctrl+C.`)
}

if (require.main === module)
  main().catch((error) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
