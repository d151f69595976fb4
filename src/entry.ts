/**
 * Every function that Google may call by name. The build finds them by exactly this form, `global.name = …`; a function
 * that is not here does not exist for menus, timers and the sidebar.
 */
import { onEdit } from './edited'
import { menuCoverage, menuMapAll, menuOpen, menuSendWaiting, menuSetUp, onOpen } from './menu'
import { sidebar } from './sidebar-api'
import { tick } from './tick'

declare const global: Record<string, unknown>

global.onOpen = onOpen
global.onEdit = onEdit
global.menuOpen = menuOpen
global.menuCoverage = menuCoverage
global.menuSetUp = menuSetUp
global.menuMapAll = menuMapAll
global.menuSendWaiting = menuSendWaiting
global.sidebar = sidebar
global.tick = tick
