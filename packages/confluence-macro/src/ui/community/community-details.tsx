import type { CommunityView } from '@copse/core/contracts';
import type { ReactNode } from 'react';
import { Prose } from '../parts/prose.tsx';

/** What only the full view tells: the domain, the practice and the charter, in the community's own words. */
export const CommunityDetails = ({ community: { domain, practice, charter } }: { community: CommunityView }) => (
  <>
    {domain.trim() !== '' && (
      <Section title="What it is about">
        <Prose text={domain} />
      </Section>
    )}
    {practice.trim() !== '' && (
      <Section title="What it does">
        <Prose text={practice} />
      </Section>
    )}
    {charter.trim() !== '' && (
      <Section title="Charter">
        <Prose text={charter} />
      </Section>
    )}
  </>
);

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title} className="stack-small">
    <h3 className="section">{title}</h3>
    {children}
  </section>
);
