/** What the columns of the plugin's tables are. */

export const ofUser = {
  type: 'string',
  required: true,
  index: true,
  references: { model: 'user', field: 'id', onDelete: 'cascade' },
} as const;
export const text = { type: 'string', required: true } as const;
export const count = { type: 'number', required: true, defaultValue: 0 } as const;
export const instant = { type: 'date', required: true } as const;
export const maybeInstant = { type: 'date', required: false } as const;
export const maybeText = { type: 'string', required: false } as const;
