export default function Page(_: { id: string; part: string | undefined }) {
  return null;
}
