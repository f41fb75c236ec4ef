import type { DemoServerOptions } from '../../demo/server/start';
import type { Hashing } from './hashing';
import type { Halt } from './statements';

export interface ServerOptions extends Pick<
  DemoServerOptions,
  'dataDir' | 'databaseUrl' | 'origin' | 'people' | 'limits' | 'signInsPerMinute'
> {
  /** Passwords cost nothing, and the time goes into what is looked at. */
  plainPasswords?: boolean;
  /** How much an agent of the help desk may do in a day. */
  cap?: number;
  /** For a control: each statement stands for itself, as in a server that was written so. */
  withoutTransactions?: boolean;
}

export interface Person {
  id: string;
  email: string;
  password: string;
  appKey: string;
  codes: string[];
}

export interface Measured extends Hashing {
  /** The processor's time since `measure`, of all threads, in milliseconds. */
  cpu: number;
  /** What one password costs of it. */
  costOfPassword: number;
}

/** What the parent asks of a server process. */
export type Command =
  | { do: 'person'; email?: string | undefined }
  | { do: 'sql'; text: string; parameters: unknown[] }
  | { do: 'halt'; halt: Halt | null }
  | { do: 'count' | 'go on' | 'measure' | 'measured' | 'stop' };

export type Answered =
  | { ready: { port: number; origin: string } }
  | { halted: true }
  | { id: number; result: unknown }
  | { id: number; error: string };
