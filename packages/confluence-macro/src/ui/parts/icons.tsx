import type { ReactNode } from 'react';

/** Drawn for Copse on a 16 by 16 grid, in the weight of Atlassian's own icons. Always beside words, so hidden from readers. */
const Icon = ({ children }: { children: ReactNode }) => (
  <svg
    className="icon"
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    {children}
  </svg>
);

export const OpenIcon = () => (
  <Icon>
    <path d="M6.5 3H4a1.5 1.5 0 0 0-1.5 1.5v7.5A1.5 1.5 0 0 0 4 13.5h7.5A1.5 1.5 0 0 0 13 12V9.5" />
    <path d="M9.5 2.5h4v4M13.25 2.75 7.5 8.5" />
  </Icon>
);
export const BackIcon = () => (
  <Icon>
    <path d="M13 8H3.5M7.5 3.5 3 8l4.5 4.5" />
  </Icon>
);
export const SearchIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4.25" />
    <path d="m10.25 10.25 3 3" />
  </Icon>
);
export const PeopleIcon = () => (
  <Icon>
    <circle cx="6" cy="5.25" r="2.25" />
    <path d="M2 13c0-2.3 1.7-3.75 4-3.75S10 10.7 10 13" />
    <path d="M10.5 3.25a2.25 2.25 0 0 1 0 4M12 9.6c1.3.5 2 1.7 2 3.4" />
  </Icon>
);
export const LeafIcon = () => (
  <Icon>
    <path d="M3 13c0-6 3-9.75 10.25-10 .5 6.25-2.5 9.25-7.25 9.25" />
    <path d="M6 9.5 9 6.5" />
  </Icon>
);
export const DoneIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.75" />
    <path d="m5.5 8.25 1.75 1.75 3.25-3.75" />
  </Icon>
);
export const OpenStepIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.75" strokeDasharray="2.6 2" />
  </Icon>
);
export const ClockIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.75" />
    <path d="M8 4.75V8l2.25 1.5" />
  </Icon>
);
export const ThumbIcon = () => (
  <Icon>
    <path d="M5 7.25 7.5 2.5c1 0 1.75.750 1.75 1.75V6.5h3a1.25 1.25 0 0 1 1.25 1.45l-.65 4A1.25 1.25 0 0 1 11.6 13H5zM2.5 7.25H5V13H2.5z" />
  </Icon>
);
export const TeamIcon = () => (
  <Icon>
    <rect x="2.25" y="5.25" width="11.5" height="8" rx="1.5" />
    <path d="M5.75 5.25v-1A1.5 1.5 0 0 1 7.25 2.75h1.5a1.5 1.5 0 0 1 1.5 1.5v1M2.25 8.5h11.5" />
  </Icon>
);
export const PlaceIcon = () => (
  <Icon>
    <path d="M6.25 2.75 5 13.25M11 2.75 9.75 13.25M3 6h10.5M2.5 10H13" />
  </Icon>
);
export const WarnIcon = () => (
  <Icon>
    <path d="M8 2.5 14 13H2zM8 6.5v3M8 11.25v.01" />
  </Icon>
);
export const TalkIcon = () => (
  <Icon>
    <path d="M13.5 9A1.5 1.5 0 0 1 12 10.5H7l-3 3v-3A1.5 1.5 0 0 1 2.5 9V4.5A1.5 1.5 0 0 1 4 3h8a1.5 1.5 0 0 1 1.5 1.5z" />
  </Icon>
);
