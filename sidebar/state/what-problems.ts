/** What is plainly wrong with the step What, before the sheet is asked. */
import type { Draft } from '../../src/contract'

export type WhatProblems = Partial<Record<'title' | 'actBy', string>>

/** `now` and the draft's act-by are wall clocks of the same zone: `2026-11-23T13:20`. */
export function whatProblems({ title, actBy }: Draft, now: string): WhatProblems {
  return {
    ...(title.trim() === '' && { title: 'Write a title.' }),
    ...(actBy === ''
      ? { actBy: 'Choose the time to act by.' }
      : actBy <= now && { actBy: 'This time is past. Choose a later one.' }),
  }
}

/** The step can be called done. */
export const isWhatDone = (draft: Draft, now: string): boolean => Object.keys(whatProblems(draft, now)).length === 0
