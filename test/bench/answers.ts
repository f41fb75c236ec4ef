import { createSimulatedServer } from '../../src/testing/index';
import { createSimulatedKratos } from '../support/kratos/server';

/** What the servers of the candidates answer, by method and path. All of them ask for a code of an authenticator app. */
export async function answers(): Promise<ReadonlyMap<string, unknown>> {
  return new Map<string, unknown>([
    ['GET /api/auth/mfa/challenge', await ofContract('/challenge')],
    ['GET /api/auth/mfa/policy', await ofContract('/policy')],
    ['GET /api/auth/mfa/assistance/case', await ofContract('/assistance/case')],
    ['GET /kratos/self-service/login/browser', await ofKratos()],
    // Stock Better Auth says of a challenge that nobody is in.
    ['GET /api/auth/get-session', null],
    ['POST /hanko/login', HANKO],
  ]);
}

async function ofContract(path: string): Promise<unknown> {
  const server = createSimulatedServer();
  server.passFirstFactor();
  return read(await server.fetch(server.baseUrl + path, { headers: { 'x-mfa': '1' } }));
}

async function ofKratos(): Promise<unknown> {
  const kratos = createSimulatedKratos({}, { app: true, codes: 12, keys: 0, passkeys: 0, addresses: [] });
  kratos.passFirstFactor();
  const path = `${kratos.base}/self-service/login/browser?aal=aal2`;
  return read(await kratos.fetch(path, { headers: { accept: 'application/json' } }));
}

async function read(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}.`);
  return response.json();
}

/** Hanko's flow once the password was right, in the shape that its SDK's types give. */
const HANKO = {
  name: 'login_otp',
  status: 200,
  csrf_token: '0123456789abcdef0123456789abcdef',
  payload: null,
  actions: {
    otp_code_validate: {
      action: 'otp_code_validate',
      href: '/login?action=otp_code_validate%40f3c1',
      inputs: { otp_code: { name: 'otp_code', type: 'string', required: true, min_length: 6, max_length: 6 } },
    },
  },
};
