/** The Outlines tab as it stands once a real state’s outlines are in it: from the GeoJSON beside the project. */
import { encodeShape, type Polygons } from '../../src/districts/shape'
import { TABLES } from '../../src/registry/tables'
import type { Workspace } from '../../workbench/workspace/workspace'
import { readSharedJson, sharedData } from '../shared-data'

interface Feature {
  properties: { GEOID: string; NAMELSAD: string }
  geometry: { type: 'Polygon' | 'MultiPolygon'; coordinates: unknown }
}

export interface OutlineRow {
  chamber: string
  geoid: string
  name: string
  lines: string
  shape: string
}

/** Both chambers of a state, said to be of the lines of this year; [] where there are none beside the project. */
export const outlineRows = (state: string, lines = '2026'): OutlineRow[] =>
  (['upper', 'lower'] as const).flatMap((chamber) => {
    const file = `districts/geojson/${state}-sld${chamber[0]}.geojson`
    if (!sharedData(file)) return []
    return readSharedJson<{ features: Feature[] }>(file).features.map(({ properties, geometry }) => ({
      chamber,
      geoid: properties.GEOID,
      name: properties.NAMELSAD,
      lines,
      shape: encodeShape(
        (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as unknown as Polygons,
      ),
    }))
  })

/** Puts outlines into the tab as if they had always stood there. */
export function keepOutlines(workspace: Workspace, rows: readonly OutlineRow[]): void {
  const { tab, columns } = TABLES.outlines
  const sheet = workspace.spreadsheet().sheets.find(({ name }) => name === tab)
  if (!sheet) throw new Error(`no tab ${tab}`)
  const header = sheet.cells[0] ?? []
  const at = (name: keyof OutlineRow) => header.indexOf(columns[name].header)
  rows.forEach((row, i) => {
    const cells: (string | null)[] = header.map(() => null)
    for (const name of ['chamber', 'geoid', 'name', 'lines', 'shape'] as const) cells[at(name)] = row[name]
    sheet.cells[i + 1] = cells
  })
}
