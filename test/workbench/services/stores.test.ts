import { dropCaches } from '../../../workbench/workspace/services/cache'
import { begin, LEE, MAYA, makeWorkspace, thrown } from './run'

describe('properties', () => {
  test('script properties are shared by everybody, user properties are not', () => {
    const workspace = makeWorkspace()
    const maya = begin(workspace)
    maya.PropertiesService.getScriptProperties().setProperty('state', 'MN')
    maya.PropertiesService.getUserProperties().setProperty('page', 'alert')
    const lee = begin(workspace, LEE)
    expect(lee.PropertiesService.getScriptProperties().getProperty('state')).toBe('MN')
    expect(lee.PropertiesService.getUserProperties().getProperty('page')).toBeNull()
  })

  test('a missing property is null, even one named like a method of objects', () => {
    const store = begin(makeWorkspace()).PropertiesService.getScriptProperties()
    expect(store.getProperty('constructor')).toBeNull()
  })

  test('what getProperties gives is a copy', () => {
    const store = begin(makeWorkspace()).PropertiesService.getScriptProperties().setProperties({ a: '1', b: '2' })
    store.getProperties().a = 'changed'
    expect(store.getProperties()).toEqual({ a: '1', b: '2' })
  })

  test('setProperties can delete all others', () => {
    const store = begin(makeWorkspace()).PropertiesService.getDocumentProperties().setProperties({ a: '1', b: '2' })
    store.setProperties({ b: '3' }, true)
    expect(store.getProperties()).toEqual({ b: '3' })
  })

  test('a value holds 9 KB of UTF-8 and not a byte more', () => {
    const store = begin(makeWorkspace()).PropertiesService.getScriptProperties()
    store.setProperty('full', 'é'.repeat(4608))
    expect(() => store.setProperty('more', `${'é'.repeat(4608)}x`)).toThrow('Argument too large: value')
    expect(store.getKeys()).toEqual(['full'])
  })

  test('a store holds 500 KB, and a write that does not fit leaves nothing behind', () => {
    const store = begin(makeWorkspace()).PropertiesService.getScriptProperties()
    const values = Object.fromEntries(Array.from({ length: 56 }, (_, i) => [`k${i}`, 'x'.repeat(9000)]))
    store.setProperties(values)
    expect(() => store.setProperties({ new1: 'x'.repeat(9000), new2: 'x'.repeat(9000) })).toThrow(/storage quota/)
    expect(store.getKeys()).toHaveLength(56)
  })

  test('reads and writes draw on one daily quota', () => {
    const workspace = makeWorkspace()
    const store = begin(workspace).PropertiesService.getScriptProperties()
    workspace.quotas.set(MAYA, 'properties read/write', 49_999)
    store.getProperty('a')
    expect(() => store.getProperty('a')).toThrow('Service invoked too many times for one day: properties.')
    workspace.clock.pass(25 * 3_600_000)
    expect(begin(workspace).PropertiesService.getScriptProperties().getProperty('a')).toBeNull()
  })

  test('they may be used in simple triggers', () => {
    const { PropertiesService } = begin(makeWorkspace(), MAYA, 'simple')
    expect(PropertiesService.getScriptProperties().setProperty('a', '1').getProperty('a')).toBe('1')
  })
})

describe('the cache', () => {
  test('forgets after ten minutes, or when it was told to', () => {
    const workspace = makeWorkspace()
    const cache = begin(workspace).CacheService.getScriptCache()
    cache.put('a', '1')
    cache.put('b', '2', 1200)
    const later = () => begin(workspace).CacheService.getScriptCache()
    workspace.clock.pass(599_000)
    expect(later().get('a')).toBe('1')
    workspace.clock.pass(1_000)
    expect(later().getAll(['a', 'b'])).toEqual({ b: '2' })
  })

  test('may lose everything at any time', () => {
    const workspace = makeWorkspace()
    const cache = begin(workspace).CacheService.getUserCache()
    cache.put('a', '1')
    dropCaches(workspace)
    expect(cache.get('a')).toBeNull()
  })

  test('takes keys of 250 characters, values of 100 KB, and six hours', () => {
    const cache = begin(makeWorkspace()).CacheService.getScriptCache()
    cache.put('k'.repeat(250), 'x'.repeat(102_400), 21_600)
    expect(() => cache.put('k'.repeat(251), 'x')).toThrow('Argument too large: key')
    expect(() => cache.put('k', 'x'.repeat(102_401))).toThrow('Argument too large: value')
    expect(() => cache.put('k', 'x', 21_601)).toThrow('Invalid argument')
  })

  test('past 1,000 items it keeps the 900 that would last longest', () => {
    const cache = begin(makeWorkspace()).CacheService.getScriptCache()
    const put = (from: number, to: number): void => {
      for (let i = from; i < to; i++) cache.put(`k${i}`, String(i), 100 + i)
    }
    put(0, 1000)
    expect(cache.get('k0')).toBe('0')
    put(1000, 1001)
    expect(cache.get('k100')).toBeNull()
    expect(cache.get('k101')).toBe('101')
  })
})

test('a method that is not emulated says so', () => {
  const { CacheService } = begin(makeWorkspace())
  const cache = CacheService.getScriptCache() as unknown as { evict(): void }
  expect(thrown(() => cache.evict()).message).toBe('not emulated: Cache.evict')
})
