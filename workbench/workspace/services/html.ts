/** HtmlService: pages of the script, as text with a title and a size. */

import { strict } from '../errors'
import type { Execution } from '../execution'
import { makeBlob } from './blob'
import { enumOf } from './enums'
import { escapeHtml, fillTemplate } from './html-template'
import { refuse } from './refuse'

type Service = GoogleAppsScript.HTML.HtmlService
type Output = GoogleAppsScript.HTML.HtmlOutput
type Template = GoogleAppsScript.HTML.HtmlTemplate

const SANDBOX_MODE = enumOf('EMULATED', 'IFRAME', 'NATIVE')
const FRAME_MODE = enumOf('ALLOWALL', 'DEFAULT')
const META_TAGS = ['viewport', 'apple-mobile-web-app-capable', 'mobile-web-app-capable', 'google-site-verification']

function makeOutput(execution: Execution, html: string): Output {
  let content = html
  let title: string | null = null
  let width: number | null = null
  let height: number | null = null
  const metas: { name: string; content: string }[] = []
  const chain =
    <A extends unknown[]>(change: (...args: A) => void) =>
    (...args: A): Output => {
      change(...args)
      return output
    }
  const parts = {
    append: chain((more: string) => {
      content += more
    }),
    appendUntrusted: chain((more: string) => {
      content += escapeHtml(more)
    }),
    clear: chain(() => {
      content = ''
    }),
    setContent: chain((next: string) => {
      content = next
    }),
    setTitle: chain((next: string) => {
      title = next
    }),
    setWidth: chain((next: number) => {
      width = next
    }),
    setHeight: chain((next: number) => {
      height = next
    }),
    addMetaTag: chain((name: string, value: string) => {
      if (!META_TAGS.includes(name)) throw refuse(execution, 'metaTag', name)
      metas.push({ name, content: value })
    }),
    setSandboxMode: chain((_mode: unknown) => {}),
    setXFrameOptionsMode: chain((_mode: unknown) => {}),
    getContent: () => content,
    getTitle: () => title,
    getWidth: () => width,
    getHeight: () => height,
    getMetaTags: () =>
      metas.map((m) => strict('HtmlOutputMetaTag', { getName: () => m.name, getContent: () => m.content })),
    getBlob: () => makeBlob(content, 'text/html', title),
    asTemplate: () => makeTemplate(execution, content),
  }
  const output = strict('HtmlOutput', parts) as unknown as Output
  return output
}

/** A template takes any property: those are the variables of its scriptlets. */
function makeTemplate(execution: Execution, raw: string): Template {
  const template: Record<string, unknown> = {}
  const hidden = (value: unknown) => ({ value, enumerable: false })
  Object.defineProperties(template, {
    getRawContent: hidden(() => raw),
    evaluate: hidden(() =>
      execution.call({ service: 'HtmlService', method: 'HtmlTemplate.evaluate', limited: true }, () =>
        makeOutput(execution, fillTemplate(raw, { ...template })),
      ),
    ),
  })
  return template as unknown as Template
}

export function makeHtmlService(execution: Execution): Service {
  const call = <T>(method: string, effect: () => T): T =>
    execution.call({ service: 'HtmlService', method, limited: true }, effect)
  const file = (name: string): string => {
    const found = execution.workspace.options.pages?.[name.replace(/\.html$/, '')]
    if (found === undefined) throw refuse(execution, 'htmlMissing', name)
    return found
  }
  const text = (html: string | { getBlob(): GoogleAppsScript.Base.Blob } = ''): string =>
    typeof html === 'string' ? html : html.getBlob().getDataAsString()

  return strict('HtmlService', {
    SandboxMode: SANDBOX_MODE,
    XFrameOptionsMode: FRAME_MODE,
    createHtmlOutput: (html?: string) => call('createHtmlOutput', () => makeOutput(execution, text(html))),
    createHtmlOutputFromFile: (name: string) =>
      call('createHtmlOutputFromFile', () => makeOutput(execution, file(name))),
    createTemplate: (html: string) => call('createTemplate', () => makeTemplate(execution, text(html))),
    createTemplateFromFile: (name: string) => call('createTemplateFromFile', () => makeTemplate(execution, file(name))),
  }) as unknown as Service
}
