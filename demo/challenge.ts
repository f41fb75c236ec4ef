import { setUpElements } from './backend.js';
import '../src/backends/rest.js';
import '../src/define/sign-in.js';

setUpElements();
