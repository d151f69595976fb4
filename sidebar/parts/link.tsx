/** A link that came from outside: only a web address can be followed, anything else is shown as the text it is. */
export function Link({ to, children }: { to: string; children: string }) {
  if (/^https:\/\/[^\s]+$/i.test(to))
    return (
      <a href={to} target="_blank" rel="noopener noreferrer">
        {children}
      </a>
    )
  return <span>{`${children}: ${to}`}</span>
}
