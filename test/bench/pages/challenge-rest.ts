import '../../../src/backends/rest';
import '../../../src/define/challenge';
