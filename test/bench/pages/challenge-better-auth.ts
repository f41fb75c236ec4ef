import '../../../src/backends/better-auth';
import '../../../src/define/challenge';
