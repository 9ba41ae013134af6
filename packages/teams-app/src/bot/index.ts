export { type BotConfig, PUBLIC_CLOUD } from './bot-config.ts';
export { type Bot, type BotDeps, type BotRequest, createBot, type Respond } from './bot.ts';
