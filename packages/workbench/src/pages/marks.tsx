/** Small drawings of our own: the wood that gives the product its name, and the signs of the two hosts. */
export function CopseMark() {
  return (
    <svg className="copse-mark" viewBox="0 0 32 32" width="34" height="34" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="var(--moss-deep)" />
      <path d="M10 25V12m6 14V8m6 18V14" stroke="#f5f3ec" strokeWidth="1.5" strokeLinecap="round" />
      <ellipse cx="10" cy="14" rx="4" ry="5.4" fill="#8fb573" />
      <ellipse cx="16" cy="11.4" rx="4.6" ry="6.4" fill="#b7d19a" />
      <ellipse cx="22" cy="15.6" rx="3.8" ry="5" fill="#6f9d6a" />
    </svg>
  );
}

const PATHS = {
  chat: 'M4 5.500A2.5 2.5 0 0 1 6.5 3h11A2.5 2.5 0 0 1 20 5.500v8a2.5 2.5 0 0 1-2.5 2.500H11l-5 4v-4.05A2.5 2.5 0 0 1 4 13.500z',
  teams:
    'M8.5 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm7.5-.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 18c0-3 2.2-5 5.5-5s5.5 2 5.5 5m1-4.800c3.2-.5 6 1.2 6 4.3',
  copse: 'M7 20v-7m5 7V8m5 12v-5M7 13a3 3.6 0 1 1 0-.01M12 9a3.4 4.2 0 1 1 0-.01M17 15a2.8 3.3 0 1 1 0-.01',
  page: 'M7 3h7l4 4v14H7zM14 3v4h4M10 12h5m-5 4h5',
  gear: 'M12 15.200a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.400zM12 3v2.500m0 13V21m9-9h-2.500m-13 0H3m15.4-6.4-1.8 1.800M7.4 16.600l-1.8 1.800m0-12.8 1.8 1.800m9.2 9.2 1.8 1.8',
  plus: 'M12 5v14M5 12h14',
  send: 'M4 12 3 4l18 8-18 8zM4 12h8',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 12.500l4.5 4.500L19 7.5',
  pencil: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  export: 'M12 4v10m0-10 4 4m-4-4-4 4M5 14v5h14v-5',
  down: 'M6 9l6 6 6-6',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
