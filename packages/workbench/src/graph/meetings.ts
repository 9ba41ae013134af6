import { people, type SamplePerson } from '../organisation.ts';

export interface Meeting {
  readonly id: string;
  readonly externalId: string;
  readonly organiser: string;
  readonly subject: string;
  readonly startDateTime: string;
  readonly endDateTime: string;
  readonly joinWebUrl: string;
}

export type MeetingAnswer =
  | { readonly meeting: Meeting; readonly isNew: boolean }
  | { readonly refused: { readonly status: number; readonly code: string; readonly message: string } };

/**
 * The meetings of the tenant: one for each organiser and external id. The application access policy includes everybody
 * but guests; `refuseNext` plays an outage, or a policy that leaves somebody out.
 */
export function createMeetings() {
  const held = new Map<string, Meeting>();
  let refusal: { status: number; code: string; message: string } | undefined;
  const licensed = (objectId: string): SamplePerson | undefined => people.find((one) => one.objectId === objectId);
  const refuse = (status: number, code: string, message: string) => ({ refused: { status, code, message } });

  return {
    all: (): readonly Meeting[] => [...held.values()],

    /** The next request is answered with this. */
    refuseNext: (status: number, code = 'UnknownError', message = 'Asked for by a test.') =>
      void (refusal = { status, code, message }),

    createOrGet(objectId: string, asked: Readonly<Record<string, unknown>>): MeetingAnswer {
      const refused = refusal;
      refusal = undefined;
      if (refused) return { refused };
      const person = licensed(objectId);
      if (!person) return refuse(404, 'NotFound', 'User not found.');
      if (person.part === 'guest') {
        return refuse(403, 'Forbidden', `No application access policy found for this app on the user ${objectId}.`);
      }
      const { externalId, subject = '', startDateTime, endDateTime } = asked as Readonly<Record<string, string>>;
      if (!externalId) return refuse(400, 'BadRequest', 'externalId is required.');
      if (Date.parse(endDateTime ?? '') < Date.parse(startDateTime ?? '')) {
        return refuse(400, 'BadRequest', 'The end is earlier than the start.');
      }
      const key = `${objectId} ${externalId}`;
      const known = held.get(key);
      if (known) return { meeting: known, isNew: false };
      const id = crypto.randomUUID();
      const meeting: Meeting = {
        id,
        externalId,
        organiser: person.key,
        subject,
        startDateTime: startDateTime ?? '',
        endDateTime: endDateTime ?? '',
        joinWebUrl: `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${id.replaceAll('-', '')}%40thread.v2/0`,
      };
      held.set(key, meeting);
      return { meeting, isNew: true };
    },
  };
}

export type Meetings = ReturnType<typeof createMeetings>;
