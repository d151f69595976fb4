import type { Workspace } from '../../../workbench/workspace/workspace'

/** Everything the manifest asks for. */
export const gmailScopes = (ws: Workspace): string[] => [...ws.options.manifest.oauthScopes]
