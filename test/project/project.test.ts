import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && file !== 'backends/rest/contract.ts')
  .map((file) => ({ file: file.replaceAll('\\', '/'), text: read(join('src', file)) }));

/** What each folder of `src` may import of the others, and which packages. */
const LAYERS: Record<string, { folders: string[]; packages: string[] }> = {
  core: { folders: [], packages: [] },
  ports: { folders: ['core'], packages: [] },
  // Ory's client for its types alone.
  backends: { folders: ['core', 'ports', 'platform/prefetch.js'], packages: ['@ory/client-fetch'] },
  // Which elements there are, so that they say it anew.
  i18n: { folders: ['core', 'ports/registry.js'], packages: [] },
  controllers: { folders: ['core', 'ports'], packages: [] },
  platform: { folders: ['ports'], packages: ['@simplewebauthn/browser', 'file-saver', 'qrcode'] },
  styles: { folders: [], packages: ['@lit/reactive-element'] },
  elements: {
    folders: ['core', 'ports', 'i18n', 'controllers', 'styles', 'platform'],
    packages: ['lit', '@lit/reactive-element'],
  },
  define: { folders: ['elements'], packages: [] },
  testing: {
    folders: ['core', 'ports', 'backends/capabilities.js', 'backends/rest/contract.js'],
    packages: ['msw'],
  },
  jsx: { folders: ['elements', 'frameworks/elements.js'], packages: ['@lit/reactive-element', 'react'] },
  frameworks: {
    folders: ['elements', 'jsx'],
    packages: ['@angular/core', '@lit/react', 'react', 'solid-js', 'svelte', 'vue'],
  },
  cli: { folders: ['core', 'backends'], packages: ['node:'] },
  server: {
    folders: ['backends/rest/contract.js', 'core/form-fault.js'],
    packages: ['better-auth', '@better-auth/core', '@simplewebauthn/server', 'oauth4webapi', 'otpauth', 'node:'],
  },
};

interface Import {
  from: string;
  to: string;
}

function importsOf({ file, text }: { file: string; text: string }): Import[] {
  return ts.preProcessFile(text).importedFiles.map(({ fileName }) => ({ from: file, to: fileName }));
}

/** Elements that show others inside: a drop-in its screens, codes and enrollment the proof that comes first. */
const AROUND = /^elements\/(inside\.ts$|(sign-in|settings|repair|backup-codes|totp-enrollment|passkey-enrollment)\/)/;

/** Why an import may not be, or undefined. An element reaches those inside it through their `define` module, lazily or not. */
function fault({ from, to }: Import): string | undefined {
  const folder = from.includes('/') ? from.slice(0, from.indexOf('/')) : undefined;
  const layer = folder === undefined ? undefined : LAYERS[folder];
  if (!layer) return undefined;
  if (!to.startsWith('.')) {
    return layer.packages.some(
      (name) => to === name || to.startsWith(`${name}/`) || (name.endsWith(':') && to.startsWith(name)),
    )
      ? undefined
      : `${from} imports ${to}`;
  }
  const target = relative(join(ROOT, 'src'), resolve(ROOT, 'src', dirname(from), to)).replaceAll('\\', '/');
  const other = target.slice(0, target.indexOf('/'));
  const inside = folder === 'elements' && AROUND.test(from) && other === 'define';
  const allowed = layer.folders.some((name) => target === name || target.startsWith(`${name}/`));
  return other === folder || allowed || inside ? undefined : `${from} imports ${target}`;
}

describe('the layers', () => {
  it('hold in every import', () => {
    expect(sources.flatMap(importsOf).map(fault).filter(Boolean)).toEqual([]);
  });

  it.each([
    [{ from: 'core/policy.ts', to: '../ports/backend.js' }],
    [{ from: 'core/policy.ts', to: 'lit' }],
    [{ from: 'backends/rest.ts', to: '../elements/base.js' }],
    [{ from: 'elements/challenge/challenge.ts', to: '../../backends/rest.js' }],
    [{ from: 'elements/challenge/challenge.ts', to: '../../define/sign-in.js' }],
    [{ from: 'controllers/challenge-controller.ts', to: '../i18n/describe.js' }],
    [{ from: 'testing/states/state.ts', to: '../../elements/base.js' }],
  ])('would show %j', (made) => {
    expect(fault(made)).toBeDefined();
  });

  it('are read from every kind of import', () => {
    const text =
      "import a from './a.js';\nimport {\n  b,\n} from './b.js';\nexport * from './c.js';\nconst d = () => import('./d.js');\nimport './e.js';\n";
    expect(importsOf({ file: 'core/x.ts', text }).map(({ to }) => to)).toEqual([
      './a.js',
      './b.js',
      './c.js',
      './d.js',
      './e.js',
    ]);
  });

  it('leave no screen importing a sibling', () => {
    const siblings = sources
      .filter(({ file }) => /^elements\/[\w-]+\//.test(file))
      .flatMap(importsOf)
      .filter(({ to }) =>
        /^\.\.\/(challenge|backup-code-form|backup-codes|lost-factor|sign-in|step-up|support)\//.test(to),
      );
    expect(siblings).toEqual([]);
  });
});

describe('the sources', () => {
  const NEVER =
    /innerHTML|unsafeHTML|unsafeSVG|insertAdjacentHTML|document\.write|\bstyle="|<style|localStorage|sessionStorage|attachShadow|Math\.random/;
  const code = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');

  it('hold no markup strings, inline styles, storage or shadow roots', () => {
    const found = sources.filter(({ text }) => NEVER.test(code(text))).map(({ file }) => file);
    expect(found.sort()).toEqual([
      // Which question a person left for a proof elsewhere: a factor's id, and the name they typed.
      'elements/settings/kept-place.ts',
      // The search for secrets looks through every storage there is.
      'testing/canary/stores.ts',
    ]);
  });

  it.each(['el.innerHTML = x', '<p style="color:red">', 'localStorage.setItem', 'this.attachShadow({})'])(
    'would show %s',
    (text) => {
      expect(NEVER.test(code(text))).toBe(true);
    },
  );

  it('stay short', () => {
    const MADE = ['frameworks/angular.ts'];
    const written = sources.filter(({ file }) => !MADE.includes(file));
    expect(written.filter(({ text }) => text.split('\n').length > 250).map(({ file }) => file)).toEqual([]);
  });
});

describe('the contract', () => {
  it('has the types that its document gives', async () => {
    const ast = await openapiTS(new URL('../../src/backends/rest/openapi.yaml', import.meta.url));
    expect(read('src/backends/rest/contract.ts')).toBe(COMMENT_HEADER + astToString(ast));
  });
});

describe('the words', () => {
  const BANNED = /\b(MFA|TOTP|OTP|AAL|2FA|credential|token|verify|authenticate|recovery code)s?\b/i;
  const words = sources
    .filter(({ file }) => file.startsWith('i18n/'))
    .flatMap(({ text }) => [
      ...text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').matchAll(/'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)"|`([^`]*)`/g),
    ])
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .filter((text) => /\s/.test(text) && !text.startsWith('.'));

  it('are found', () => {
    expect(words).toContain('I lost my second factor');
    expect(words.length).toBeGreaterThan(40);
  });

  it('are plain ones', () => {
    expect(words.filter((text) => BANNED.test(text))).toEqual([]);
  });

  it('would show a word of the trade', () => {
    expect(BANNED.test('Please verify your TOTP')).toBe(true);
  });
});

describe('the package', () => {
  const manifest = JSON.parse(read('package.json')) as {
    dependencies: Record<string, string>;
    exports: Record<string, string | Record<string, string>>;
    files: string[];
  };
  const targets = Object.values(manifest.exports).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target),
  );

  it('packs everything that it exports', () => {
    const packed = targets.filter((target) =>
      [...manifest.files, 'package.json'].some((one) => target.startsWith(`./${one}`)),
    );
    expect(packed).toEqual(targets);
  });

  it('makes a page depend on what runs in it alone', () => {
    expect(Object.keys(manifest.dependencies).sort()).toEqual([
      '@lit/reactive-element',
      '@simplewebauthn/browser',
      'file-saver',
      'lit',
      'qrcode',
    ]);
  });

  it.each(targets.filter((target) => !target.includes('*')))('has built %s', (target) => {
    expect(read(target).length).toBeGreaterThan(0);
  });

  it.each(['dist/define', 'dist/types/define'])('has a module for each element in %s', (folder) => {
    const names = readdirSync(join(ROOT, folder)).filter((file) => /\.(d\.ts|js)$/.test(file));
    expect(names.map((file) => file.replace(/\.(d\.ts|js)$/, ''))).toEqual([
      'backup-code-form',
      'backup-codes',
      'challenge',
      'lost-factor',
      'passkey-enrollment',
      'repair',
      'reset',
      'settings',
      'sign-in',
      'step-up',
      'support',
      'totp-enrollment',
    ]);
  });

  it('describes every element for editors', () => {
    const { modules } = JSON.parse(read('custom-elements.json')) as {
      modules: {
        declarations?: { tagName?: string; events?: { name: string }[]; attributes?: { name: string }[] }[];
      }[];
    };
    const described = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
    expect(described.map(({ tagName }) => tagName).sort()).toEqual([
      'mfa-backup-code-form',
      'mfa-backup-codes',
      'mfa-challenge',
      'mfa-lost-factor',
      'mfa-passkey-enrollment',
      'mfa-repair',
      'mfa-reset',
      'mfa-settings',
      'mfa-sign-in',
      'mfa-step-up',
      'mfa-support',
      'mfa-totp-enrollment',
    ]);
    const ACCOUNT = [
      'mfa-backup-codes',
      'mfa-passkey-enrollment',
      'mfa-settings',
      'mfa-step-up',
      'mfa-totp-enrollment',
    ];
    for (const { tagName = '', events, attributes } of described) {
      const inside = ACCOUNT.includes(tagName) ? 'mfa-step-up-needed' : 'mfa-challenge-shown';
      const own: Readonly<Record<string, string>> = {
        'mfa-repair': 'mfa-repair-begun',
        'mfa-reset': 'mfa-reset-shown',
      };
      const first = own[tagName] ?? inside;
      expect(events?.map(({ name }) => name)).toContain(first);
      expect(attributes?.map(({ name }) => name)).toContain('base-url');
    }
  });
});
