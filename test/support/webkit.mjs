// WebKitGTK for the test runner: its WebDriver, and a screen in memory for its window. Ours to start and to end.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { WebdriverLauncher } from '@web/test-runner-webdriver';

const HOST = '127.0.0.1';
const PATIENCE = 30_000;

/** @param programs what `findWebKit` found */
export function webkitLauncher(programs) {
  const started = [];
  const end = () => started.splice(0).forEach((child) => child.kill());
  const start = (command, args, options) => {
    const child = spawn(command, args, options);
    child.on('error', (error) => console.error(`${command}: ${error.message}`));
    started.push(child);
    return child;
  };
  process.on('exit', end);
  // Without a listener these end the runner with no word to `exit`.
  for (const signal of ['SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

  class WebKitLauncher extends WebdriverLauncher {
    async initialize(config) {
      await super.initialize(config);
      this.name = 'WebKitGTK';
      // Takes a free display itself and writes its number to the fourth stream.
      const xvfb = start(programs.xvfb, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      });
      const display = await firstLine(xvfb, xvfb.stdio[3]);
      this.options.port = await freePort();
      const driver = start(programs.driver, [`--host=${HOST}`, `--port=${this.options.port}`], {
        stdio: 'ignore',
        env: { ...process.env, DISPLAY: `:${display}`, GDK_BACKEND: 'x11' },
      });
      await answers(driver, `http://${HOST}:${this.options.port}/status`);
    }

    async stop() {
      await super.stop();
      end();
    }
  }

  return new WebKitLauncher({
    hostname: HOST,
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: programs.browser, args: ['--automation'] },
    },
  });
}

function firstLine(child, stream) {
  return new Promise((resolve, reject) => {
    let text = '';
    stream.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error('Xvfb ended before it had a display.')));
  });
}

async function answers(child, url) {
  for (const end = Date.now() + PATIENCE; Date.now() < end && child.exitCode === null;) {
    const reply = await fetch(url).catch(() => undefined);
    if (reply?.ok) return;
    await new Promise((again) => setTimeout(again, 50));
  }
  throw new Error('WebKitWebDriver does not answer.');
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, HOST, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
