/**
 * A short name for a text: 16 hexadecimal digits, the same for the same text in every run. Made for keys and for
 * noticing change (two 32-bit FNV-1a sums with different starts, mixed at the end); it keeps no secret.
 */
export function fingerprint(text: string): string {
  let a = 0x811c9dc5
  let b = 0x9747b28c
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ (unit + i), 0x5bd1e995)
    b ^= b >>> 15
  }
  return hex(mix(a ^ text.length)) + hex(mix(b ^ a))
}

function mix(h: number): number {
  let m = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  m = Math.imul(m ^ (m >>> 13), 0xc2b2ae35)
  return (m ^ (m >>> 16)) >>> 0
}

const hex = (n: number): string => n.toString(16).padStart(8, '0')
