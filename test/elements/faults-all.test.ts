import { writeFile } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import { ACTS } from './faults/acts.js';
import { suite } from './faults/suite.js';
import { pageOf, readPage, nameOf } from './faults/table.js';

describe('the page of faults', () => {
  it('names each act, and no other', async () => {
    const page = await (await fetch('/docs/faults.md')).text();
    expect([...readPage(page).keys()]).to.deep.equal(ACTS.map(nameOf));
  });
});

// What was found is kept, to be read before it takes the place of the page.
suite(1, (found) => writeFile({ path: '../../test-results/faults.md', content: pageOf(found) }));
