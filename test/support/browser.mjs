// Finds the browsers to test in, or gets them: the one that a variable names, an installed one, Debian's packages (as root),
// for Chromium also Playwright's download.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const CHROME = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome', 'microsoft-edge'];
const CHROME_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const FIREFOX = ['firefox-esr', 'firefox'];
const FIREFOX_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];
const APT = '/usr/bin/apt-get';

/** What each engine is called, where it is found, and which of Debian's packages bring it. */
const ENGINES = {
  chromium: { name: 'Chromium', find: findChrome, packages: ['chromium'], variable: 'CHROME_PATH' },
  firefox: { name: 'Firefox', find: findFirefox, packages: ['firefox-esr'], variable: 'FIREFOX_PATH' },
  webkit: { name: 'WebKitGTK', find: findWebKit, packages: ['webkit2gtk-driver', 'xvfb', 'xauth'] },
};

/** The path of an installed browser, or undefined. A CHROME_PATH that leads nowhere is an error, not a reason to look on. */
export function findChrome(env = process.env) {
  return named('CHROME_PATH', env) ?? find(CHROME, [...CHROME_PLACES, chromium.executablePath()], env);
}

/** As `findChrome`, with FIREFOX_PATH. */
export function findFirefox(env = process.env) {
  return named('FIREFOX_PATH', env) ?? find(FIREFOX, FIREFOX_PLACES, env);
}

/** The three programs that WebKitGTK is run with, or undefined. MiniBrowser stands on no PATH. */
export function findWebKit(env = process.env) {
  const driver = find(['WebKitWebDriver'], [], env);
  const xvfb = find(['Xvfb'], [], env);
  const browser = driver && miniBrowsers().find(isProgram);
  return browser && xvfb ? { driver, browser, xvfb } : undefined;
}

/** Each engine as it was found, installed now if it was not there; undefined where it can't be had. */
export function ensureBrowsers(
  engines,
  { env = process.env, found = findInstalled, run = runProgram, root = isRoot(), apt = existsSync(APT) } = {},
) {
  const look = () => Object.fromEntries(engines.map((engine) => [engine, found(engine, env)]));
  const missing = (all) => engines.filter((engine) => !all[engine]);
  const attempt = (what, commands) => {
    console.log(`Installing ${what}.`);
    try {
      for (const [command, ...args] of commands) run(command, args);
    } catch (error) {
      console.log(`${what}: ${error.message}`);
    }
    return look();
  };

  let all = look();
  if (missing(all).length > 0 && root && apt) {
    const packages = missing(all).flatMap((engine) => ENGINES[engine].packages);
    all = attempt(`Debian's ${packages.join(', ')}`, [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', ...packages],
    ]);
  }
  if (missing(all).includes('chromium')) {
    all = attempt("Playwright's Chromium", [['npx', 'playwright', 'install', 'chromium']]);
  }
  return all;
}

/** One engine, or an error that says how to get it. */
export function ensureBrowser(engine, options) {
  const found = ensureBrowsers([engine], options)[engine];
  if (!found) throw new Error(howToGet(engine));
  return found;
}

/** What to say where an engine can't be had. */
export function howToGet(engine) {
  const { name, packages, variable } = ENGINES[engine];
  const install = `Install it (on Debian or Ubuntu: sudo apt-get install ${packages.join(' ')})`;
  return `There is no ${name}, and none could be installed. ${install}${variable ? `, or set ${variable} to it` : ''}.`;
}

/** What Chromium needs to run by itself, as root too, and to leave the network alone. */
export const chromeArgs = [
  ...(isRoot() ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The same for Firefox. */
export const firefoxPrefs = {
  'app.update.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

function findInstalled(engine, env) {
  return ENGINES[engine].find(env);
}

function named(variable, env) {
  const path = env[variable];
  if (path && !isProgram(path)) throw new Error(`${variable} is ${path}, where there is no program.`);
  return path || undefined;
}

function find(names, places, env) {
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].find(isProgram);
}

/** In `webkit2gtk-4.1` and the like, which stand in a folder for libraries or, on Debian, in one per architecture. */
function miniBrowsers() {
  const inside = (folder) => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []);
  const libraries = ['/usr/lib', '/usr/lib64', '/usr/libexec'];
  return [...libraries, ...inside('/usr/lib').filter((folder) => folder.includes('-linux-'))]
    .flatMap(inside)
    .filter((folder) => /webkit\w*gtk-[\d.]+$/.test(folder))
    .map((folder) => join(folder, 'MiniBrowser'));
}

function isRoot() {
  return process.getuid?.() === 0;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function runProgram(command, args) {
  execFileSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}
