import { describe, expect, it } from 'vitest';
import { read } from './manifest';
import { attackersIn, threatsIn, titlesIn, wrongIn } from './threats';

const PAGE = read('docs/threat-model.md');

describe('the threat model', () => {
  it('names for each attacker tests that there are', () => {
    expect(wrongIn(PAGE)).toEqual([]);
  });

  it('is read whole', () => {
    expect(attackersIn(PAGE).length).toBeGreaterThan(20);
    expect(threatsIn(PAGE).flatMap(({ tests }) => tests).length).toBeGreaterThan(50);
  });

  it('would be seen to name a test that there is not, or none', () => {
    const page = `| attacker | what |
| --- | --- |
| knows the password | a |
| guesses codes | b |

- **knows the password**
  - \`test/server/gate.test.ts\`: makes two for who has one
  - \`test/server/nowhere.test.ts\`: makes none for who has one, and says so
- **somebody else**
`;
    expect(wrongIn(page)).toEqual([
      'guesses codes: no test',
      'somebody else: not in the table',
      'test/server/gate.test.ts has no "makes two for who has one"',
      'test/server/nowhere.test.ts has no "makes none for who has one, and says so"',
    ]);
  });

  it('knows a title however it is written, and no other text', () => {
    const text =
      "test('one', () => log('not one')); it.each([['two']])(`${'a'} is two`, f); chromiumIt(\"three\", f); describe('four', f); other('five')";
    expect(titlesIn(text)).toEqual(['one', '… is two', 'three', 'four']);
  });
});
