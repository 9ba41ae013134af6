import { z } from 'zod';
import { address, both, guid, list, type Variable } from './variable.ts';

/** What the service needs to call Microsoft Graph as itself. */
export const graphVariables = {
  GRAPH_CLIENT_SECRET: {
    about:
      'Client secret with which Copse calls Microsoft Graph: to create meetings in Teams, and to read the thread that somebody keeps as a practice (see “Meetings in Teams” and “Threads” in the README). Without it links of meetings are pasted, and a practice is kept from one message.',
    schema: z.string().min(8, 'must have at least 8 characters').max(500).optional(),
    example: '…',
    unset: both('nothing asks Graph'),
  },
  GRAPH_CLIENT_ID: {
    about:
      'Application id that the secret belongs to, if it is another one than the tab’s; `BOT_APP_ID` with the bot’s secret will do for meetings. They need the application permission `OnlineMeetings.ReadWrite.All`; teams and chats let the tab’s application read their threads when the app is added.',
    schema: guid.optional(),
    example: 'c09e5b7a-0000-4d86-8e1c-7b44a9f2d610',
    unset: both('`ENTRA_CLIENT_ID`'),
  },
  GRAPH_TENANT_IDS: {
    about: 'Tenants whose administrators have allowed it, separated by commas.',
    schema: list(guid).optional(),
    example: '5d2f4c1e-0000-4b0e-9c55-1f6a3be0d7c4',
    unset: both('`ENTRA_TENANT_IDS`'),
  },
  GRAPH_USES: {
    about: 'What Graph is called for, separated by commas: `meetings`, `threads`.',
    schema: list(z.enum(['meetings', 'threads'], { error: 'may hold meetings and threads' })).default([
      'meetings',
      'threads',
    ]),
    example: 'threads',
    unset: both('both'),
  },
  GRAPH_URL: {
    about: 'Microsoft Graph, without a version. Differs in national clouds.',
    schema: address.default('https://graph.microsoft.com'),
    example: 'https://graph.microsoft.com',
    unset: both('the public cloud’s'),
  },
  GRAPH_LOGIN_URL: {
    about: 'Where the tokens for Graph come from; the tenant is put behind it.',
    schema: address.default('https://login.microsoftonline.com'),
    example: 'https://login.microsoftonline.com',
    unset: both('the public cloud’s'),
  },
} as const satisfies Readonly<Record<string, Variable>>;
