/** How a spreadsheet’s locale writes dates and decimals. */
export interface LocaleRules {
  readonly dayFirst: boolean
  readonly decimal: ',' | '.'
  /** Between thousands. */
  readonly group: ',' | '.' | ' '
  readonly dateFormat: string
}

const AMERICAN: LocaleRules = { dayFirst: false, decimal: '.', group: ',', dateFormat: 'M/d/yyyy' }
const BRITISH: LocaleRules = { dayFirst: true, decimal: '.', group: ',', dateFormat: 'dd/MM/yyyy' }
const GERMAN: LocaleRules = { dayFirst: true, decimal: ',', group: '.', dateFormat: 'dd.MM.yyyy' }
const SPANISH: LocaleRules = { dayFirst: true, decimal: ',', group: '.', dateFormat: 'd/M/yyyy' }
const FRENCH: LocaleRules = { dayFirst: true, decimal: ',', group: ' ', dateFormat: 'dd/MM/yyyy' }

/** Rules for a locale such as `en_US`; unknown ones read as American. */
export function localeRules(locale: string): LocaleRules {
  const [language = 'en', country = ''] = locale.split(/[_-]/)
  if (language === 'en') return country === '' || country === 'US' ? AMERICAN : BRITISH
  if (language === 'de') return GERMAN
  if (language === 'es' || language === 'it' || language === 'pt') return SPANISH
  return language === 'fr' ? FRENCH : AMERICAN
}
