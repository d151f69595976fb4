/** Puts a text on the clipboard and says so; where the browser lets it not, the text is shown to be copied by hand. */
import { useState } from 'preact/hooks'
import { announce } from '../state/announce'
import { copyText } from '../state/copy'
import { Button } from './button'

interface Props {
  text: string
  /** `Copy 3 addresses`. */
  children: string
  kind?: 'primary' | 'plain' | 'link'
  label?: string
}

export function CopyButton({ text, children, kind = 'plain', label }: Props) {
  const [how, setHow] = useState<'' | 'copied' | 'by hand'>('')
  const copy = async () => {
    const well = await copyText(text)
    setHow(well ? 'copied' : 'by hand')
    announce(well ? 'Copied.' : 'The browser does not let this page copy. The text is shown: copy it from there.')
  }
  return (
    <>
      <Button kind={kind} onClick={copy} {...(label ? { label } : {})}>
        {how === 'copied' ? `✓ ${children}` : children}
      </Button>
      {how === 'by hand' && <textarea class="by-hand" aria-label="To copy by hand" readOnly rows={4} value={text} />}
    </>
  )
}
