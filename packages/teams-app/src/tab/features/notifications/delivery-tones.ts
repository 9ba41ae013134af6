import type { DeliveryState } from '@copse/core/vocabulary';

export const stateTones: Record<DeliveryState, 'informative' | 'brand' | 'success' | 'warning' | 'danger' | 'subtle'> =
  {
    queued: 'brand',
    held: 'informative',
    sent: 'success',
    failed: 'danger',
    blocked: 'warning',
    expired: 'warning',
    unwanted: 'subtle',
  };
