import { begin, MAYA, makeWorkspace } from './run'

const pages = {
  Sidebar: '<!doctype html><p>Hello</p>',
  List: '<ul><? for (const name of names) { ?><li><?= name ?></li><? } ?></ul><?!= foot ?>',
}
const html = () => begin(makeWorkspace({ pages })).HtmlService

test('a page of the script is found with or without its ending', () => {
  const service = html()
  expect(service.createHtmlOutputFromFile('Sidebar').getContent()).toBe(pages.Sidebar)
  expect(service.createHtmlOutputFromFile('Sidebar.html').getContent()).toBe(pages.Sidebar)
})

test('a page that is not there is an error', () => {
  expect(() => html().createHtmlOutputFromFile('Nowhere')).toThrow('No HTML file named Nowhere was found.')
})

test('title and size are chained and kept', () => {
  const output = html().createHtmlOutput('<p>').setTitle('Alert').setWidth(400).setHeight(300).append('x')
  expect([output.getTitle(), output.getWidth(), output.getHeight(), output.getContent()]).toEqual([
    'Alert',
    400,
    300,
    '<p>x',
  ])
})

test('what is not trusted is escaped', () => {
  expect(html().createHtmlOutput('').appendUntrusted('<img onerror="x">').getContent()).not.toContain('<img')
})

test('only four meta tags may be added', () => {
  const output = html().createHtmlOutput('')
  expect(output.addMetaTag('viewport', 'width=device-width').getMetaTags()).toHaveLength(1)
  expect(() => output.addMetaTag('refresh', '0')).toThrow(/meta tag refresh/)
})

test('a template prints escaped, prints raw, and runs code', () => {
  const template = html().createTemplateFromFile('List')
  template.names = ['<b>', 'Kim']
  template.foot = '<hr>'
  expect(template.evaluate().getContent()).toBe('<ul><li>&lt;b&gt;</li><li>Kim</li></ul><hr>')
})

test('making pages is allowed in simple triggers', () => {
  const { HtmlService } = begin(makeWorkspace({ pages }), MAYA, 'simple')
  expect(HtmlService.createHtmlOutputFromFile('Sidebar').getContent()).toBe(pages.Sidebar)
})
