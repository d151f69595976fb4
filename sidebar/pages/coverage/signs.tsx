/** The patterns that say the same as the colours, and their explanation. */
import { LEVELS, type Level, LOOK } from './cover'

export const fillOf = (level: Level): string => `url(#cover-${level})`

/** `scale`: units of the picture to a pixel, so that the patterns keep their size. */
export function Patterns({ scale = 1 }: { scale?: number }) {
  const at = `scale(${scale})`
  const units = { patternUnits: 'userSpaceOnUse', patternTransform: at } as const
  return (
    <defs>
      <pattern id="cover-none" width="7" height="7" {...units}>
        <rect width="7" height="7" fill={LOOK.none.base} />
        <path d="M-1,1 l2,-2 M0,7 l7,-7 M6,8 l2,-2" stroke={LOOK.none.mark} stroke-width="1.1" />
      </pattern>
      <pattern id="cover-one" width="6" height="6" {...units}>
        <rect width="6" height="6" fill={LOOK.one.base} />
        <circle cx="2" cy="2" r="0.9" fill={LOOK.one.mark} />
      </pattern>
      <pattern id="cover-more" width="6" height="6" {...units}>
        <rect width="6" height="6" fill={LOOK.more.base} />
      </pattern>
    </defs>
  )
}

export function Legend() {
  return (
    <ul class="legend" aria-label="Signs">
      {LEVELS.map((level) => (
        <li key={level}>
          <span class={`swatch ${level}`} aria-hidden="true" />
          {LOOK[level].word}
        </li>
      ))}
      <li>
        <b aria-hidden="true">2</b>
        Number of groups
      </li>
      <li>
        <span class="badge" aria-hidden="true">
          V
        </span>
        Vacant seat
      </li>
    </ul>
  )
}
