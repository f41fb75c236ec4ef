export function findChrome(env?: NodeJS.ProcessEnv): string | undefined;
export function ensureChrome(options?: {
  env?: NodeJS.ProcessEnv;
  find?: (env: NodeJS.ProcessEnv) => string | undefined;
  run?: (command: string, args: string[]) => void;
  root?: boolean;
}): string;
export const chromeArgs: string[];
