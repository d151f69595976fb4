import * as fc from 'fast-check'
import { askable, notFound } from '../../../src/districts/address'
import { questionUrl } from '../../../src/districts/census'
import { describeWithData, readSharedJson } from '../../shared-data'

const MN = { code: 'mn', name: 'Minnesota' }
const typed = (address: string, town = '', zip = '') => ({ address, town, zip })
const lineOf = (address: string, town = '', zip = ''): string => {
  const asked = askable(typed(address, town, zip), MN)
  if (!('line' in asked)) throw new Error(asked.why)
  return asked.line
}
const whyNot = (address: string, town = '', zip = ''): string => {
  const asked = askable(typed(address, town, zip), MN)
  return 'line' in asked ? `asked: ${asked.line}` : asked.why
}

describe('the address that is asked for', () => {
  const whole = '105 N Elm Avenue, Owatonna, MN 55060'

  test('has town, state and ZIP once, wherever they were typed', () => {
    expect(lineOf('105 N Elm Avenue', 'Owatonna', '55060')).toBe(whole)
    expect(lineOf(whole, 'Owatonna', '55060')).toBe(whole)
    expect(lineOf(whole)).toBe(whole)
    expect(lineOf('105 N Elm Avenue, Owatonna', 'Owatonna', '55060')).toBe(whole)
    expect(lineOf('105 N Elm Avenue Owatonna MN 55060', 'Owatonna')).toBe(whole)
    expect(lineOf('105 N Elm Avenue, Owatonna, Minnesota', 'Owatonna', '55060')).toBe(whole)
    expect(lineOf('105 N Elm Avenue\nOwatonna, MN\r\n55060')).toBe(whole)
  })

  test('takes a town called Franklin for a town, not for the made-up state', () => {
    expect(lineOf('12 Elm St, Old Mill, Franklin', '', '55333')).toBe('12 Elm St, Old Mill, Franklin, MN 55333')
  })

  test('keeps the street when it bears the name of the town', () => {
    expect(lineOf('12 Owatonna Street', 'Owatonna', '55060')).toBe('12 Owatonna Street, Owatonna, MN 55060')
  })

  test('trusts a town in the address more than the Town column', () => {
    expect(lineOf('12 Elm St, Northfield, MN 55057', 'Owatonna', '55060')).toBe('12 Elm St, Northfield, MN 55057')
  })

  test('begins with the house number, without the name of the place, remarks and markup', () => {
    expect(lineOf('Public Library, 12 Elm St (back door)', 'Owatonna')).toBe('12 Elm St, Owatonna, MN')
    expect(lineOf('<b>12 Elm St</b><script>alert(1)</script>', 'Owa<i>tonna</i>')).not.toMatch(/[<>]/)
  })

  test('fits into what the geocoder takes, and keeps town and ZIP when it has to be cut', () => {
    const line = lineOf(`12 ${'Very Long Name of a Street '.repeat(20)}`, 'Owatonna', '55060-1234')
    expect(line.length).toBeLessThanOrEqual(100)
    expect(line).toMatch(/^12 Very Long .*, Owatonna, MN 55060$/)
  })

  test('is not asked for at all where there is nothing to find, and says so', () => {
    expect(whyNot('')).toMatch(/no address/)
    expect(whyNot(' \n ,, ')).toMatch(/no address/)
    expect(whyNot('', 'Owatonna', '55060')).toMatch(/no address/)
    expect(whyNot('55060')).toMatch(/ZIP code alone/)
    expect(whyNot('55060-1234', 'Owatonna')).toMatch(/ZIP code alone/)
    for (const box of ['PO Box 12', 'P.O. Box 12', 'p o box 7, Owatonna', 'Post Office Box 3'])
      expect(whyNot(box, 'Owatonna', '55060')).toMatch(/PO box/)
    expect(whyNot('12 Elm St, Fargo, ND 58102')).toMatch(/is in ND, not in MN/)
  })

  test('is asked for where a street stands beside the PO box', () => {
    expect(lineOf('PO Box 12, 105 N Elm Avenue', 'Owatonna', '55060')).toBe(whole)
    expect(lineOf('105 N Elm Avenue, P.O. Box 12', 'Owatonna', '55060')).toBe(whole)
  })

  test('never breaks the request, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.string({ unit: 'binary' }),
        fc.string(),
        (a, t, z) => {
          const asked = askable(typed(a, t, z), MN)
          if (!('line' in asked)) return
          expect(asked.line.length).toBeLessThanOrEqual(100)
          const url = questionUrl(asked.line)
          expect(url.length).toBeLessThan(2_082)
          expect(new URL(url).searchParams.get('address')).toBe(asked.line)
          expect([...new URL(url).searchParams.keys()]).toEqual(['address', 'benchmark', 'vintage', 'layers', 'format'])
        },
      ),
    )
  })

  test('a cell full of text is no slower than a line of it', () => {
    for (const cell of ['<'.repeat(50_000), '('.repeat(50_000), ', '.repeat(25_000), '1 '.repeat(25_000)])
      expect(whyNot(cell, cell, cell).length).toBeLessThan(200)
  })

  test('when it is not found, the missing house number is named', () => {
    expect(notFound('Elm Street, Owatonna, MN').why).toMatch(/house number/)
    expect(notFound('12 Elm Street, Owatonna, MN').why).toMatch(/does not know/)
  })
})

describeWithData('the real addresses', () => {
  test('are asked for as they are, whole or in columns', () => {
    interface Place {
      state: string
      address: string
      street: string
      city: string
      zip: string
    }
    const plain = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]+/g, ' ')
    for (const place of readSharedJson<Place[]>('places/ground-truth.json')) {
      const state = { code: place.state, name: '' }
      for (const cells of [typed(place.address), typed(place.street, place.city, place.zip)]) {
        const asked = askable(cells, state)
        expect('line' in asked ? plain(asked.line) : asked.why).toBe(plain(place.address))
      }
    }
  })
})
