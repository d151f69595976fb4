/** `ScriptApp.AuthMode`, and `authMode` of every trigger’s event: values are compared by identity. */
import { enumOf } from './services/enums'

export const AUTH_MODE = enumOf<typeof GoogleAppsScript.Script.AuthMode>('NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL')
