import '../src/backends/rest.js';
import '../src/define/sign-in.js';
