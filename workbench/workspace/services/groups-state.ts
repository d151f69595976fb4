/** Google Groups: who is a member, and who may see the member list. */
export interface GoogleGroup {
  email: string
  members: { email: string; role: 'OWNER' | 'MANAGER' | 'MEMBER' | 'INVITED' | 'PENDING' | 'BANNED' }[]
  /** Only owners and managers may see who is a member. */
  hidden: boolean
  /** Who may post: everybody, or members only (others’ mail is dropped without a word). */
  posting: 'anyone' | 'members'
  /** Posts go out in the group’s name (`Lee via Leaders`), as where the author’s domain lets nobody forward its mail. */
  rewritesFrom?: boolean
}
export interface GroupsState {
  groups: Record<string, GoogleGroup>
}
export const emptyGroups = (): GroupsState => ({ groups: {} })
