import { createFakePlatform, createSimulatedServer, type SimulatedServer } from '../../src/testing/index';

/** Stands for the server of the guide's reader: it starts, makes people, and opens browsers for them. */
export function startServer() {
  return Promise.resolve({
    origin: 'https://app.example',
    stop: () => Promise.resolve(),
    addPerson: () => Promise.resolve(personOn(createSimulatedServer(OPTIONS))),
    openBrowser: ({ server }: Person) => browserOn(server),
  });
}

const OPTIONS = {
  account: {
    delivered: [{ channel: 'email', to: 'a•••@example.com' }],
    passkeys: 1,
    trustDays: 30,
    stepUp: { how: 'in-place', password: true },
  },
} as const;

export type Person = ReturnType<typeof personOn>;

function personOn(server: SimulatedServer) {
  return {
    server,
    authenticator: createFakePlatform({ passkeys: server.account.passkeys }).webauthn,
    password: server.account.password,
    appCode: (key?: string) => Promise.resolve(server.appCode(key)),
    backupCode: () => Promise.resolve(server.backupCode()),
    sentCode: () => Promise.resolve(server.sentCode()),
    remove: () => Promise.resolve(),
  };
}

function browserOn(server: SimulatedServer) {
  const browser = server.browser();
  return {
    fetch: browser.fetch,
    sendPassword: async () => void browser.passFirstFactor(),
    signIn: ({ fresh }: { readonly fresh: boolean }) => Promise.resolve(browser.signIn({ privileged: fresh })),
    isSignedIn: () => Promise.resolve(browser.signedIn),
    loseNext: (at: 'before' | 'after') => server.faults.next('*', { kind: 'lost', committed: at === 'after' }),
  };
}
