import '../../src/backends/kratos.js';
import '../../src/define/sign-in.js';
