/** `ui.alert` and `ui.prompt`: the browser's own boxes, because they too hold everything still until they are answered. */
import type { Prompt, PromptAnswer } from '../workspace/ui-state'

export function answerPrompt(prompt: Prompt): PromptAnswer {
  const text = [prompt.title, prompt.text].filter(Boolean).join('\n\n')
  if (prompt.kind === 'prompt') {
    const typed = window.prompt(text)
    if (typed !== null) return { button: prompt.buttons.startsWith('YES') ? 'YES' : 'OK', text: typed }
    return { button: prompt.buttons === 'OK' ? 'CLOSE' : prompt.buttons === 'YES_NO' ? 'NO' : 'CANCEL', text: '' }
  }
  switch (prompt.buttons) {
    case 'OK':
      window.alert(text)
      return { button: 'OK' }
    case 'OK_CANCEL':
      return { button: window.confirm(text) ? 'OK' : 'CANCEL' }
    case 'YES_NO':
      return { button: window.confirm(`${text}\n\nOK means Yes, Cancel means No.`) ? 'YES' : 'NO' }
    case 'YES_NO_CANCEL':
      if (window.confirm(`${text}\n\nOK means Yes. Cancel asks on.`)) return { button: 'YES' }
      return { button: window.confirm(`${text}\n\nOK means No, Cancel means Cancel.`) ? 'NO' : 'CANCEL' }
  }
}
