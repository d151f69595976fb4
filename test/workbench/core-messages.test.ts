/** Every refusal of the platform can be had in other languages. */
import { message } from '../../workbench/workspace/messages'
import { GERMAN } from '../../workbench/workspace/messages-de'
import { SPANISH } from '../../workbench/workspace/messages-es'

const keys = Object.keys(SPANISH) as (keyof typeof SPANISH)[]
const holes = (text: string) => [...text.matchAll(/\{\d\}/g)].map(String).sort()

test.each(keys)('%s differs in English, Spanish and German, and names the same things', (key) => {
  const texts = ['en', 'es', 'de'].map((language) => message(language, key, '{0}', '{1}', '{2}'))
  expect(new Set(texts).size).toBe(3)
  expect(holes(SPANISH[key])).toEqual(holes(String(texts[0])))
  expect(holes(GERMAN[key])).toEqual(holes(String(texts[0])))
})

test('another language reads English', () => {
  expect(message('fi', 'timeout')).toBe('Exceeded maximum execution time')
})
