import { dropLocks } from '../../../workbench/workspace/services/lock'
import { begin, LEE, makeWorkspace, thrown } from './run'

test('a free lock is had at once, even without waiting', () => {
  const workspace = makeWorkspace()
  const lock = begin(workspace).LockService.getScriptLock()
  expect(lock.hasLock()).toBe(false)
  expect(lock.tryLock(0)).toBe(true)
  expect(lock.hasLock()).toBe(true)
  expect(lock.tryLock(0)).toBe(true)
})

test('the script lock keeps other users out, who wait their whole time for it', () => {
  const workspace = makeWorkspace()
  begin(workspace).LockService.getScriptLock().waitLock(1000)
  const before = workspace.clock.now
  const lee = begin(workspace, LEE).LockService.getScriptLock()
  expect(lee.tryLock(5000)).toBe(false)
  expect(workspace.clock.now - before).toBe(5000)
  expect(thrown(() => lee.waitLock(10)).message).toMatch(/^Lock timeout/)
})

test('each user has a user lock of their own', () => {
  const workspace = makeWorkspace()
  begin(workspace).LockService.getUserLock().waitLock(1)
  expect(begin(workspace, LEE).LockService.getUserLock().tryLock(0)).toBe(true)
})

test('script, document and user lock do not touch each other', () => {
  const { LockService } = begin(makeWorkspace())
  const locks = [LockService.getScriptLock(), LockService.getDocumentLock(), LockService.getUserLock()]
  expect(locks.map((lock) => lock.tryLock(0))).toEqual([true, true, true])
})

test('a released lock can be had by the next one', () => {
  const workspace = makeWorkspace()
  const lock = begin(workspace).LockService.getScriptLock()
  lock.waitLock(1)
  lock.releaseLock()
  expect(begin(workspace, LEE).LockService.getScriptLock().tryLock(0)).toBe(true)
})

test('releasing does not free what somebody else holds', () => {
  const workspace = makeWorkspace()
  const maya = begin(workspace).LockService.getScriptLock()
  maya.waitLock(1)
  begin(workspace, LEE).LockService.getScriptLock().releaseLock()
  expect(maya.hasLock()).toBe(true)
})

test('locks fall when the run ends, killed or not', () => {
  const workspace = makeWorkspace()
  const maya = begin(workspace)
  maya.LockService.getScriptLock().waitLock(1)
  maya.execution.dead = true
  maya.execution.finish()
  expect(begin(workspace, LEE).LockService.getScriptLock().tryLock(0)).toBe(true)
})

test('locks do not survive a dialog that suspends the run, and the lock object knows', () => {
  const workspace = makeWorkspace()
  const maya = begin(workspace)
  const lock = maya.LockService.getScriptLock()
  lock.waitLock(1)
  dropLocks(maya.execution)
  expect(lock.hasLock()).toBe(false)
})

test('a run that waits for a lock beyond its six minutes dies waiting', () => {
  const workspace = makeWorkspace()
  begin(workspace).LockService.getScriptLock().waitLock(1)
  const lee = begin(workspace, LEE)
  const start = workspace.clock.now
  expect(thrown(() => lee.LockService.getScriptLock().tryLock(400_000)).name).toBe('RunKilled')
  expect(workspace.clock.now - start).toBe(360_001)
  expect(thrown(() => lee.LockService.getScriptLock()).name).toBe('RunKilled')
})

test('waiting longer than allowed fails in the language of the user', () => {
  const workspace = makeWorkspace({ language: 'es' })
  begin(workspace).LockService.getScriptLock().waitLock(1)
  const { message } = thrown(() => begin(workspace, LEE).LockService.getScriptLock().waitLock(1))
  expect(message).not.toMatch(/Lock timeout/)
  expect(message).toMatch(/bloqueo/)
})
