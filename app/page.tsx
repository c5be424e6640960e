export default function Page() {
  return <main>Forge Explorer</main>;
}
