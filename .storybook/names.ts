/** `asking-wrong-code` → `AskingWrongCode`, of which Storybook makes the address `asking-wrong-code` again. */
export const exportNameOf = (id: string): string =>
  id.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
