import { MfaSignIn } from 'mfa-elements/react';
import { useState } from 'react';

/** Renders again with each key that is typed, with other attributes, properties and neighbours. */
export function App() {
  const [turn, setTurn] = useState(0);
  const [heard, setHeard] = useState<readonly string[]>([]);
  const [done, setDone] = useState(false);
  const hear = (line: string) => setHeard((before) => [...before, line]);
  return (
    <main onInput={() => setTurn((before) => before + 1)}>
      <h1>Fjord Bank</h1>
      {turn % 2 === 1 && <p>A neighbour</p>}
      <p id="turn">{turn}</p>
      {done ? (
        <p>Welcome.</p>
      ) : (
        <MfaSignIn
          backend="rest"
          baseUrl="/api/auth/mfa"
          service="Fjord Bank"
          helpUrl={`/help?turn=${turn}`}
          contact={{ phone: `+47 ${turn}` }}
          onMfaVerified={({ detail }) => hear(`mfa-verified ${detail.way}`)}
          onMfaRepairDone={({ type }) => hear(type)}
          onMfaDone={({ type }) => {
            hear(type);
            setDone(true);
          }}
        />
      )}
      <ol id="heard">
        {heard.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </main>
  );
}
