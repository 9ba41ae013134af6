export { type BotConfig, PUBLIC_CLOUD } from './bot-config.ts';
export { type Bot, type BotDeps, type BotRequest, createBot, type Respond } from './bot.ts';
export { type BotMessengerOptions, createBotMessenger } from './proactive/bot-messenger.ts';
export { messageCard } from './proactive/message-card.ts';
export { type Links, linksFor } from './links.ts';
export { type Limits, TEAMS_LIMITS } from './proactive/limits.ts';
export { createPacer, type Pacer } from './proactive/pacer.ts';
export type { Sharing } from './deliveries.ts';
export type { Looked, Saying, TalkPlace, ThreadReader, ThreadRefusal } from './threads.ts';
