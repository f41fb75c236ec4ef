export type Engine = 'chromium' | 'firefox' | 'webkit';
export interface WebKit {
  readonly driver: string;
  readonly browser: string;
  readonly xvfb: string;
}
export interface Installed {
  chromium?: string;
  firefox?: string;
  webkit?: WebKit;
}
interface Options {
  env?: NodeJS.ProcessEnv;
  found?: (engine: Engine, env: NodeJS.ProcessEnv) => string | WebKit | undefined;
  run?: (command: string, args: string[]) => void;
  root?: boolean;
  apt?: boolean;
}
export function findChrome(env?: NodeJS.ProcessEnv): string | undefined;
export function findFirefox(env?: NodeJS.ProcessEnv): string | undefined;
export function findWebKit(env?: NodeJS.ProcessEnv): WebKit | undefined;
export function ensureBrowsers(engines: readonly Engine[], options?: Options): Installed;
export function ensureBrowser<Name extends Engine>(engine: Name, options?: Options): NonNullable<Installed[Name]>;
export function howToGet(engine: Engine): string;
export const chromeArgs: string[];
export const firefoxPrefs: Record<string, boolean>;
