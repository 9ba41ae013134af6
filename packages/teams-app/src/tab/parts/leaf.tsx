import { tokens } from '@fluentui/react-components';

/** The mark of Copse: three young trees of one wood. Pure decoration, so hidden from screen readers. */
export function Leaf({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <g fill="none" stroke={tokens.colorBrandForeground1} strokeWidth="2" strokeLinecap="round">
        <path d="M9 28V18M16 28V14M23 28V20" />
      </g>
      <path
        d="M9 6c3.6 3.2 5 6 5 8.4A5 5 0 0 1 9 19.5a5 5 0 0 1-5-5.100C4 12 5.400 9.200 9 6Z"
        fill={tokens.colorBrandForeground1}
        opacity="0.75"
      />
      <path
        d="M16 2c3.900 3.600 5.500 6.700 5.500 9.400A5.500 5.500 0 0 1 16 17a5.500 5.500 0 0 1-5.500-5.600C10.500 8.700 12.100 5.600 16 2Z"
        fill={tokens.colorBrandForeground1}
      />
      <path
        d="M23 10c3.200 2.900 4.500 5.300 4.500 7.400A4.500 4.500 0 0 1 23 22a4.500 4.500 0 0 1-4.500-4.600c0-2.100 1.300-4.500 4.500-7.400Z"
        fill={tokens.colorBrandForeground1}
        opacity="0.6"
      />
    </svg>
  );
}
