/**
 * The services that know who is in a Google Group, as they are; undefined where the manifest does not name them. What they
 * are asked is in `channels/doors.ts`: few runs need it, and this much costs every click.
 */
export interface Page {
  readonly nextPageToken?: string
}
export interface Directory {
  readonly Members: {
    list(group: string, options: object): Page & { members?: { email?: string; role?: string; type?: string }[] }
    insert(member: object, group: string): unknown
    remove(group: string, member: string): void
  }
}
export interface CloudGroups {
  readonly Groups: {
    lookup(options: object): { name?: string }
    readonly Memberships: {
      list(
        group: string,
        options: object,
      ): Page & {
        memberships?: { preferredMemberKey?: { id?: string }; roles?: { name?: string }[]; type?: string }[]
      }
      create(membership: object, group: string): unknown
      lookup(group: string, options: object): { name?: string }
      remove(name: string): unknown
    }
  }
}
declare const AdminDirectory: Directory | undefined
declare const CloudIdentityGroups: CloudGroups | undefined

/** Of Workspace admins. */
export const directory = () => (typeof AdminDirectory === 'undefined' ? undefined : AdminDirectory)?.Members
/** Of owners and managers of a Group in a Workspace. */
export const cloudGroups = () => (typeof CloudIdentityGroups === 'undefined' ? undefined : CloudIdentityGroups)?.Groups
/** Of whoever may see the list; reads only. Throws what Google throws. */
export const groupNamed = (address: string): GoogleAppsScript.Groups.Group => GroupsApp.getGroupByEmail(address)
