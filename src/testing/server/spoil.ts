import type { Answer } from './wire.js';

/** What is spoiled where the server did not do what it was asked, and so has no answer. */
export const NOTHING: Answer = {
  status: 200,
  headers: { 'cache-control': 'no-store', 'content-type': 'application/json' },
  text: '{"nobody":"served this"}',
};

/** A page of somebody who stands between the page and its server. */
export function html(status: number, title: string, headers: Readonly<Record<string, string>> = {}): Answer {
  const text = `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1></html>`;
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, text };
}

/** An answer without a body has one here, or it could not be spoiled. */
const bodied = (answer: Answer): Answer & { text: string } =>
  answer.text === null
    ? {
        ...answer,
        status: 200,
        text: '{"done":true}',
        headers: { ...answer.headers, 'content-type': 'application/json' },
      }
    : { ...answer, text: answer.text };

export function retyped(answer: Answer): Answer {
  const spoiled = bodied(answer);
  return { ...spoiled, headers: { ...spoiled.headers, 'content-type': 'text/plain' } };
}

export function half(answer: Answer): Answer {
  const spoiled = bodied(answer);
  return { ...spoiled, text: spoiled.text.slice(0, Math.ceil(spoiled.text.length / 2)) };
}

/** One member that the contract requires gets a type that it never has: of a problem its code, otherwise the first. */
export function misshaped(answer: Answer): Answer {
  const spoiled = bodied(answer);
  const body = JSON.parse(spoiled.text) as Record<string, unknown>;
  const name = typeof body.code === 'string' ? 'code' : (Object.keys(body)[0] ?? 'nothing');
  return { ...spoiled, text: JSON.stringify({ ...body, [name]: otherType(body[name]) }) };
}

function otherType(value: unknown): unknown {
  return typeof value === 'string' ? 7 : 'of the wrong type';
}
