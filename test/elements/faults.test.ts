import { suite } from './faults/suite.js';

// A sample: all of it takes a while. No divisor of the menu's length, so that each fault is met.
suite(7);
