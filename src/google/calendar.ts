/** The advanced Calendar service as it is (scope `calendar.events`: no other Google data). What it is asked is in `events.ts`. */
export const calendarEvents = () => (typeof Calendar === 'undefined' ? undefined : Calendar.Events)
