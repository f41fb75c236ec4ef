import { defineConfig } from 'vitest/config';

/** The contract on a live Kratos; `npm run test:kratos` runs it. */
export default defineConfig({
  test: {
    include: ['test/kratos/**/*.test.ts'],
    environment: 'node',
    reporters: ['verbose'],
  },
});
