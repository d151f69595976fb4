/** Google Groups: who is a member, who may see the member list, and what was posted. */
export interface GroupPost {
  at: number
  /** Envelope sender. */
  from: string
  raw: string
}
export interface GoogleGroup {
  email: string
  members: {
    email: string
    role: 'OWNER' | 'MANAGER' | 'MEMBER' | 'INVITED' | 'PENDING' | 'BANNED'
    /** No Google account stands behind the address: GroupsApp does not show such members. */
    noAccount?: boolean
  }[]
  /** Only owners and managers may see who is a member. */
  hidden: boolean
  /** Who may post: everybody, or members only (others’ mail is dropped without a word). */
  posting: 'anyone' | 'members'
  /** Posts go out in the group’s name (`Lee via Leaders`), as where the author’s domain lets nobody forward its mail. */
  rewritesFrom?: boolean
  /** Of googlegroups.com: neither Directory nor Cloud Identity knows it. */
  consumer?: boolean
  /** Every post that was taken, oldest first. */
  archive?: GroupPost[]
}
export interface GroupsState {
  groups: Record<string, GoogleGroup>
  /** Accounts that are admins of the Google Workspace the Groups belong to. */
  admins?: string[]
}
export const emptyGroups = (): GroupsState => ({ groups: {} })
