import type { BundleSection } from '@copse/core/bundle';

/** Shows on a terminal how far an import is; silent where the output goes to a file or a pipe. */
export function showProgress(stream: NodeJS.WriteStream) {
  const counts = new Map<BundleSection, number>();
  let shown = 0;
  const draw = () => {
    const words = [...counts].map(([section, count]) => `${count.toLocaleString('en')} ${section}`).join(' · ');
    stream.write(`\r\u001B[2K${words}`);
  };
  return {
    onProgress: ({ section, records }: { readonly section: BundleSection; readonly records: number }) => {
      counts.set(section, (counts.get(section) ?? 0) + records);
      const now = Date.now();
      if (!stream.isTTY || now - shown < 100) return;
      shown = now;
      draw();
    },
    done: () => {
      if (stream.isTTY && counts.size > 0) stream.write('\r\u001B[2K');
    },
  };
}
