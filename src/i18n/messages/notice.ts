import { catalogue } from '../catalogue.js';

/** What a person is told of a page that is set up wrong. */
export const notice = catalogue('notice', {
  notSetUp: "This part of the page isn't working. Please tell the people at {service}.",
});
