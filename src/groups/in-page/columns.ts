/** Which column of a paste goes where: headers are matched by what people call things. Pure. */
import type { Params } from '../../contract'
import { type Row, TABLES } from '../../registry/tables'

export type Kind = Params<'commitImport'>['kind']
/** Fields an import may fill. IDs, districts and mapping are Statewide's own. */
export type GroupField = Exclude<
  keyof Row<'groups'>,
  'id' | 'upper' | 'lower' | 'mapping' | 'mappedAddress' | 'point' | 'mappingNote'
>
export type PersonField = Exclude<keyof Row<'people'>, 'id' | 'inGroups'>
export type Field = GroupField | PersonField

type Names<F extends string> = Record<F, string>

const GROUP = 'group groupname nameofgroup chapter chaptername organization organisation'
const NOTES = 'notes note comments comment remarks'
/** First the header as the tab has it, then other names for it; lower case, letters and digits only. */
const GROUP_NAMES: Names<GroupField> = {
  name: `${GROUP} name`,
  town: 'town city towncity citytown municipality place location',
  address: 'address streetaddress street address1 addressline1 meetingplace meetingaddress',
  zip: 'zip zipcode zip5 postalcode postcode',
  status: 'status groupstatus activity',
  members: 'membersabout members membercount numberofmembers size groupsize',
  canDo: 'cando activities skills willing willdo',
  notice: 'noticeneeded notice leadtime',
  slack: 'slack slackchannel slackhandle',
  consent: 'consenttoshare consent share oktoshare maybeshared',
  confirmed: 'lastconfirmed confirmed lastupdated updated',
  notes: NOTES,
}

const PERSON_NAMES: Names<PersonField> = {
  name: 'name fullname person leader leadername contact contactname contactperson',
  email: 'email emailaddress mail mailaddress contactemail leaderemail',
  phone: 'phone phonenumber telephone tel mobile cell cellphone',
  groupId: `groupid ${GROUP}`,
  roles: 'roles role position function title',
  awayUntil: 'awayuntil away backon absentuntil',
  awayOn: 'awayon awaydates awaydays absenton',
  optedOut: 'optedout optout unsubscribed donotcontact noalerts',
  notes: NOTES,
}

/** The header of a field in its tab, as people see it. */
export const headerOf = (kind: Kind, field: Field): string =>
  (TABLES[kind].columns as Record<string, { header: string }>)[field]?.header ?? field

/** Columns without which there is nothing to import. */
export const REQUIRED: Record<Kind, readonly Field[]> = { groups: ['name'], people: ['name', 'email'] }

const mark = (header: string): string =>
  header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** For every header of the paste the field it fills, or null. Each field is filled by one column: the best name wins. */
export function matchColumns(kind: Kind, headers: readonly string[]): (Field | null)[] {
  const names: Record<string, string> = kind === 'groups' ? GROUP_NAMES : PERSON_NAMES
  const marks = headers.map(mark)
  const fields: (Field | null)[] = headers.map(() => null)
  for (const [field, known] of Object.entries(names))
    for (const name of known.split(' ')) {
      const index = marks.findIndex((m, i) => m === name && fields[i] === null)
      if (index < 0) continue
      fields[index] = field as Field
      break
    }
  return fields
}
