import { bindTo, type CorePorts } from './binding.ts';
import { addAgendaItem } from './gatherings/add-agenda-item.ts';
import { answerGathering } from './gatherings/answer-gathering.ts';
import { sqlAnswers } from './gatherings/answers-store.ts';
import { cancelDate } from './gatherings/cancel-date.ts';
import { cancelGathering } from './gatherings/cancel-gathering.ts';
import { changeDate } from './gatherings/change-date.ts';
import { createMeeting } from './gatherings/create-meeting.ts';
import { editGathering } from './gatherings/edit-gathering.ts';
import { endRotation } from './gatherings/end-rotation.ts';
import { extendSeries } from './gatherings/extend-series.ts';
import { forgetAttendance } from './gatherings/forget-attendance.ts';
import { listGatherings } from './gatherings/list-gatherings.ts';
import { noteAttendance } from './gatherings/note-attendance.ts';
import { previewDates } from './gatherings/preview-dates.ts';
import { sqlOrganisers } from './gatherings/organiser-queries.ts';
import { noMeetings } from './gatherings/ports.ts';
import { sqlGatheringViews } from './gatherings/queries.ts';
import { sqlRecords } from './gatherings/record-store.ts';
import { remindAttendees } from './gatherings/remind-attendees.ts';
import { removeAgendaItem } from './gatherings/remove-agenda-item.ts';
import { scheduleGathering } from './gatherings/schedule-gathering.ts';
import { sqlRotations } from './gatherings/rotation-store.ts';
import { restoreDate } from './gatherings/restore-date.ts';
import { rotateSeries } from './gatherings/rotate-series.ts';
import { scheduleRotation } from './gatherings/schedule-rotation.ts';
import { seeGathering } from './gatherings/see-gathering.ts';
import { type Following, placesSubscriber } from './gatherings/places-store.ts';
import { sqlGatheringStore, sqlParticipants } from './gatherings/store.ts';
import { sqlUpkeep } from './gatherings/upkeep-store.ts';
import { writeRecap } from './gatherings/write-recap.ts';
import { keepEvents } from './gatherings/calendar-events.ts';
import { sqlCalendarStore } from './gatherings/calendar-store.ts';
import { endingSubscriber, hostingSubscriber, hostlessSubscriber } from './gatherings/hosting-store.ts';
import { sqlHours } from './gatherings/hours-queries.ts';
import { issueCalendar } from './gatherings/issue-calendar.ts';
import { proposeHours } from './gatherings/propose-hours.ts';
import { readCalendar } from './gatherings/read-calendar.ts';
import { revokeCalendar } from './gatherings/revoke-calendar.ts';
import { seeCalendars } from './gatherings/see-calendars.ts';
import { seeHours } from './gatherings/see-hours.ts';
import { seeInvitation } from './gatherings/see-invitation.ts';
import { seeMeetings } from './gatherings/see-meetings.ts';
import type { Subscriber } from './sql/subscriber.ts';

export function gatheringUseCases(ports: CorePorts) {
  const bind = bindTo({
    gatherings: sqlGatheringStore(ports),
    participants: sqlParticipants(ports),
    answers: sqlAnswers(ports),
    records: sqlRecords(ports),
    gatheringViews: sqlGatheringViews(ports),
    calendars: sqlCalendarStore(ports),
    written: keepEvents(),
    hours: sqlHours(ports),
    rotations: sqlRotations(ports),
    meetings: ports.meetings ?? noMeetings,
    organisers: sqlOrganisers(ports),
    chance: ports.chance,
    newId: ports.newId,
    now: ports.now,
  });
  return {
    addAgendaItem: bind(addAgendaItem),
    answerGathering: bind(answerGathering),
    cancelDate: bind(cancelDate),
    cancelGathering: bind(cancelGathering),
    changeDate: bind(changeDate),
    createMeeting: bind(createMeeting),
    editGathering: bind(editGathering),
    endRotation: bind(endRotation),
    forgetAttendance: bind(forgetAttendance),
    issueCalendar: bind(issueCalendar),
    listGatherings: bind(listGatherings),
    noteAttendance: bind(noteAttendance),
    previewDates: bind(previewDates),
    proposeHours: bind(proposeHours),
    readCalendar: bind(readCalendar),
    removeAgendaItem: bind(removeAgendaItem),
    restoreDate: bind(restoreDate),
    revokeCalendar: bind(revokeCalendar),
    rotateSeries: bind(rotateSeries),
    scheduleGathering: bind(scheduleGathering),
    scheduleRotation: bind(scheduleRotation),
    seeCalendars: bind(seeCalendars),
    seeGathering: bind(seeGathering),
    seeHours: bind(seeHours),
    seeInvitation: bind(seeInvitation),
    seeMeetings: bind(seeMeetings),
    writeRecap: bind(writeRecap),
  };
}

/** What follows for gatherings from what becomes of people and communities. */
export const gatheringSubscribers = (following: Following): readonly Subscriber[] =>
  [hostingSubscriber, hostlessSubscriber, endingSubscriber, placesSubscriber].map((subscriber) =>
    subscriber(following),
  );

type UpkeepParts = Pick<CorePorts, 'db' | 'newId' | 'now'> & { readonly onError: (error: unknown) => void };

/** What jobs do for gatherings: by the minute whoever is to be reminded, by the hour the dates that come into reach. */
export function gatheringUpkeep(parts: UpkeepParts) {
  const deps = { ...parts, upkeep: sqlUpkeep(parts) };
  return {
    remind: () => remindAttendees(deps),
    extend: (signal: AbortSignal) => extendSeries(deps, signal),
  };
}
