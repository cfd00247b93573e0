export default function HomePage() {
  return <h1>Polytrace</h1>;
}
