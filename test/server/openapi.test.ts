import { describe, expect, test } from 'vitest';
import { answerSchema, faults, operationOf } from './support/openapi';

const schemaOf = (method: string, path: string, status: number, type = 'application/json') =>
  answerSchema(operationOf(method, path)!, status, type)!;

describe('the check of answers against openapi.yaml', () => {
  const entry = schemaOf('GET', '/challenge', 200);
  const problem = schemaOf('GET', '/challenge', 400, 'application/problem+json');

  test.each([
    ['an entry', { status: 'sign-in-first' }, entry],
    ['a problem', { type: 'urn:x', title: 'x', status: 410, code: 'challenge-over', restart: 'here' }, problem],
  ])('accepts %s', (_, value, schema) => {
    expect(faults(value, schema)).toEqual([]);
  });

  test.each([
    ['a missing member', { status: 'signed-in' }, entry],
    ['a bad constant', { status: 'elsewhere' }, entry],
    ['an unknown member', { status: 'sign-in-first', email: 'ada@example.com' }, entry],
    ['a value outside the list', { type: 'urn:x', title: 'x', status: 410, code: 'gone' }, problem],
    ['a wrong type', { type: 'urn:x', title: 'x', status: '410', code: 'server' }, problem],
  ])('refuses %s', (_, value, schema) => {
    expect(faults(value, schema)).not.toEqual([]);
  });

  test('knows no answer of another media type', () => {
    expect(answerSchema(operationOf('GET', '/challenge')!, 400, 'application/json')).toBe(undefined);
  });

  test('knows no operation of another method', () => {
    expect(operationOf('DELETE', '/challenge')).toBe(null);
  });
});
