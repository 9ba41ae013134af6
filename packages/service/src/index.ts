export { type Config, ConfigurationError, readConfig } from './config.ts';
export { type RunningService, type ServiceOptions, startService } from './service.ts';
