import type { Message, Words } from './catalogue.js';

const isSentence = (value: Message | Words): value is Message => typeof value === 'string' || 'other' in value;

/** Words with others in their place. A sentence is replaced as a whole, with all of its plural forms. */
export function over(words: Words, others: Words): Words {
  const merged: Record<string, Message | Words> = { ...words };
  for (const [name, other] of Object.entries(others)) {
    const own = words[name];
    merged[name] = own === undefined || isSentence(own) || isSentence(other) ? other : over(own, other);
  }
  return merged;
}
