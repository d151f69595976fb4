/** A small server on this computer only: the page, and the add-on as it lies in `dist/`. */
import { readdir, readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { AddOn } from './add-on'
import { buildPage } from './build'

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** Bundle, manifest and pages from `dist/`; says what to do where there is no build. */
async function readAddOn(dist: string): Promise<AddOn> {
  const read = (name: string): Promise<string> => readFile(join(dist, name), 'utf8')
  const files = await readdir(dist).catch(() => {
    throw new Error('There is no build yet: run `npm run build`.')
  })
  const names = files.filter((file) => file.endsWith('.html'))
  const pages = await Promise.all(names.map(async (file) => [file.slice(0, -5), await read(file)] as const))
  return {
    bundle: await read('Code.js'),
    manifest: JSON.parse(await read('appsscript.json')),
    pages: Object.fromEntries(pages),
  }
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail)
      done((server.address() as AddressInfo).port)
    })
  })

/** Serves until `close`. `port`: that one or one of the next 20; 0: any that is free. */
export async function servePage(options: {
  port: number
  dist: string
}): Promise<{ url: string; close(): Promise<void> }> {
  const [parts, addOn, html] = await Promise.all([
    buildPage(),
    readAddOn(options.dist),
    readFile(join(__dirname, 'index.html')),
  ])
  const answers = new Map<string, Buffer>()
  const put = (name: string, body: Uint8Array): unknown => answers.set(`/${name}`, gzipSync(body))
  for (const [name, body] of parts) put(name, body)
  put('', html)
  put('add-on.json', Buffer.from(JSON.stringify(addOn)))

  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/[?#].*$/, '')
    const body = answers.get(path)
    if (!body) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not here')
      return
    }
    const type = TYPES[path === '/' ? 'html' : (path.split('.').pop() ?? '')] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'cache-control': 'no-store' }).end(body)
  })

  for (let port = options.port; ; port++)
    try {
      const found = await listen(server, port)
      const close = (): Promise<void> =>
        new Promise((done) => {
          server.closeAllConnections()
          server.close(() => done())
        })
      return { url: `http://localhost:${found}/`, close }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port >= options.port + 20) throw error
    }
}
