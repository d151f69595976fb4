/** `google.script.run`: what crosses between page and server. */
import { ClientQueue } from '../../workbench/workspace/client-queue'
import { LEE, MAYA, small } from './core-support'

const CODE = `
function echo(x) { return x }
function kind(x) { return x === null ? 'null' : typeof x }
function secret_() { return 'no' }
function withDate() { return { ok: true, rows: [{ at: new Date() }] } }
function withNaN() { return [1, NaN] }
function withFunction() { return { f: function () {} } }
function nothing() {}
function fail() { var e = new TypeError('not today'); e.code = 7; throw e }
function who() { return Session.getActiveUser().getEmail() }
var holder = { method: function () { return 1 } }
`
const open = () => {
  const { workspace } = small(CODE)
  const call = (name: string, ...args: unknown[]) => workspace.serverCall(MAYA, name, args)
  return { workspace, call }
}

describe('names', () => {
  test('top-level functions are there as names, private ones are not', () => {
    const names = open().workspace.serverFunctionNames()
    expect(names).toEqual(expect.arrayContaining(['echo', 'withDate', 'fail']))
    expect(names).not.toContain('secret_')
    expect(names).not.toContain('holder')
  })

  test.each(['secret_', 'missing', 'toString', 'holder.method'])('%s cannot be called', (name) => {
    expect(() => open().call(name)).toThrow(TypeError)
  })
})

describe('on the way there', () => {
  test.each([
    ['a Date', new Date(0), /illegal value in property: 0/],
    ['a function', () => 1, /illegal value in property: 0/],
    ['undefined', undefined, /illegal value in property: 0/],
    ['a Date deep inside', { a: [{ when: new Date(0) }] }, /illegal value in property: when/],
    ['a Map', new Map(), /illegal value/],
  ])('%s makes the call fail in the page', (_, value, message) => {
    const { workspace, call } = open()
    expect(() => call('echo', value)).toThrow(message)
    expect(workspace.runs).toHaveLength(0)
  })

  test('a circle makes the call fail in the page', () => {
    const circle: Record<string, unknown> = {}
    circle.self = circle
    expect(() => open().call('echo', circle)).toThrow(/circular/)
  })

  test('objects arrive as copies, undefined in an array as null', () => {
    const { call } = open()
    const given = { a: [1, undefined, 'x'], b: { c: true, d: undefined } }
    const got = call('echo', given)
    expect(got).toEqual({ a: [1, null, 'x'], b: { c: true } })
    expect(got).not.toBe(given)
    expect(call('kind', null)).toBe('null')
    expect(call('kind')).toBe('undefined')
  })
})

describe('on the way back', () => {
  test.each(['withDate', 'withNaN', 'withFunction'])(
    '%s turns the whole answer into null, without an error',
    (name) => {
      expect(open().call(name)).toBeNull()
    },
  )

  test('nothing arrives as null', () => {
    expect(open().call('nothing')).toBeNull()
  })

  test('a failure has its message and nothing else', () => {
    const { workspace, call } = open()
    let caught: unknown
    try {
      call('fail')
    } catch (error) {
      caught = error
    }
    expect(caught).toBeInstanceOf(Error)
    expect((caught as Error).message).toBe('not today')
    expect(Object.keys(caught as object)).toEqual([])
    expect((caught as Error).name).toBe('Error')
    expect(workspace.runs.at(-1)?.error).toBe('TypeError: not today')
  })
})

describe('who', () => {
  test('a call runs as the person who has the page open', () => {
    const { workspace } = open()
    expect(workspace.serverCall(LEE, 'who')).toBe(LEE)
    expect(workspace.runs.at(-1)?.kind).toBe('sidebar')
  })

  test('with several Google accounts in one browser every call fails', () => {
    const { workspace, call } = open()
    workspace.faults.multiLogin = true
    expect(() => call('echo', 1)).toThrow(/PERMISSION_DENIED/)
    expect(workspace.runs).toHaveLength(0)
  })

  test('with two spreadsheets the call goes to the one that is open', () => {
    const { workspace } = small('function name() { return SpreadsheetApp.getActive().getName() }')
    const other = workspace.addSpreadsheet({ name: 'Other', owner: LEE })
    workspace.open(LEE, other.id)
    expect(workspace.serverCall(LEE, 'name')).toBe('Other')
    expect(() => workspace.serverCall(MAYA, 'name')).toThrow(/which of 2/)
  })
})

describe('many calls at once', () => {
  const answersOf = (count: number, seed: number) => {
    const { workspace } = small(CODE, { seed })
    const queue = new ClientQueue(workspace, MAYA)
    const answers: unknown[] = []
    for (let i = 0; i < count; i++)
      queue.send({
        functionName: 'echo',
        args: [i],
        done: (value) => answers.push(value),
        failed: () => answers.push('failed'),
      })
    queue.answerAll()
    return answers as number[]
  }

  test('each is answered once, not in the order they were sent', () => {
    const answers = answersOf(30, 3)
    expect([...answers].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i))
    expect(answers).not.toEqual([...answers].sort((a, b) => a - b))
    expect(answersOf(30, 3)).toEqual(answers)
  })

  test.each([1, 2, 3])('the eleventh waits for a free slot (seed %i)', (seed) => {
    answersOf(40, seed).forEach((call, i) => {
      expect(call).toBeLessThan(i + 10)
    })
  })

  test('a failure goes to its own handler, and the others are answered', () => {
    const { workspace } = open()
    const queue = new ClientQueue(workspace, MAYA)
    const heard: string[] = []
    const hear = (name: string) => ({
      functionName: name,
      args: [],
      done: () => heard.push(`${name} done`),
      failed: (error: Error) => heard.push(`${name}: ${error.message}`),
    })
    queue.send(hear('fail'))
    queue.send(hear('nothing'))
    expect(() => queue.send(hear('secret_'))).toThrow(TypeError)
    queue.answerAll()
    expect(heard.sort()).toEqual(['fail: not today', 'nothing done'])
  })
})
