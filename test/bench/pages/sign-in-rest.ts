import '../../../src/backends/rest';
import '../../../src/define/sign-in';
