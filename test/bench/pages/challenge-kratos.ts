import '../../../src/backends/kratos';
import '../../../src/define/challenge';
