export const SERVICE_HEAP: string[];
