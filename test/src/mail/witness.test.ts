/** Which batches were put into the Outbox is known though their rows are gone. */
const properties = new Map<string, string>()
Object.assign(globalThis, {
  PropertiesService: {
    getScriptProperties: () => ({
      getProperty: (name: string) => properties.get(name) ?? null,
      setProperty: (name: string, value: string) => void properties.set(name, value),
    }),
  },
})

import { notePut, putBefore } from '../../../src/mail/witness'

const ids = (alert: number, kind: string, count: number) =>
  Array.from({ length: count }, (_, i) => `A-${1000 + alert}-${kind}-${(i * 7919).toString(16).padStart(8, '0')}`)

test('two statewide alerts of one day, each with two hundred wordings, push none of their own out; a property holds it', () => {
  const day = [1, 2].flatMap((alert) => [ids(alert, 'backup', 200), ids(alert, 'remind', 200)])
  for (const batch of day) notePut(batch)
  const wasPut = putBefore()
  expect(day.flat().filter((id) => !wasPut(id))).toEqual([])
  expect(ids(3, 'backup', 200).filter(wasPut)).toEqual([])
  for (const [name, value] of properties) expect(name.length + value.length).toBeLessThan(9 * 1024)
})

test('what was put last is never what is forgotten', () => {
  for (let alert = 10; alert < 40; alert++) notePut(ids(alert, 'remind', 100))
  expect(ids(39, 'remind', 100).filter((id) => !putBefore()(id))).toEqual([])
})
