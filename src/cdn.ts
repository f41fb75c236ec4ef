/** The one-file build: every element registered, every backend known. */
import './backends/better-auth.js';
import './backends/kratos.js';
import './backends/rest.js';
import './define.js';

export * from './index.js';
export { registerLocale, setWords } from './i18n/interpreter.js';
