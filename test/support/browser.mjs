// Finds a Chromium to test in, or gets one: CHROME_PATH, an installed one, Debian's package (as root), Playwright's download.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of an installed browser, or undefined. A CHROME_PATH that leads nowhere is an error, not a reason to look on. */
export function findChrome(env = process.env) {
  if (env.CHROME_PATH) {
    if (!isProgram(env.CHROME_PATH)) throw new Error(`CHROME_PATH is ${env.CHROME_PATH}, where there is no program.`);
    return env.CHROME_PATH;
  }
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES, chromium.executablePath()].find(isProgram);
}

/** The path of a browser, installed now if there was none. */
export function ensureChrome({ env = process.env, find = findChrome, run = runProgram, root = isRoot() } = {}) {
  const found = find(env);
  if (found) return found;
  const tried = [];
  for (const [name, fits, commands] of [
    [
      "Debian's chromium",
      root && existsSync('/usr/bin/apt-get'),
      [
        ['apt-get', 'update'],
        ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
      ],
    ],
    ["Playwright's download", true, [['npx', 'playwright', 'install', 'chromium']]],
  ]) {
    if (!fits) continue;
    try {
      console.log(`No Chromium here: installing ${name}.`);
      for (const [command, ...args] of commands) run(command, args);
      const installed = find(env);
      if (installed) return installed;
      tried.push(`${name} left no browser.`);
    } catch (error) {
      tried.push(`${name}: ${error.message}`);
    }
  }
  throw new Error(
    [
      'The tests need Chrome or Chromium, and none could be installed.',
      ...tried,
      'Install one (on Debian or Ubuntu: sudo apt-get install chromium), or set CHROME_PATH to it.',
    ].join('\n'),
  );
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
