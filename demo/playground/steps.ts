/** What a person does on the way through a journey, as data: pages tell it, and tests do it. */

/** What the person has at hand, by its name on the page. */
export type AtHand = 'App' | 'New app' | 'Sent' | "The help team's code" | 'Backup codes';

export type Step =
  | { readonly does: 'press' | 'follow' | 'tick'; readonly name: string }
  | { readonly does: 'write'; readonly text: string; readonly field: string }
  | { readonly does: 'give'; readonly what: AtHand; readonly field: string; readonly button: string };

export const press = (name: string): Step => ({ does: 'press', name });
export const follow = (name: string): Step => ({ does: 'follow', name });
export const tick = (name: string): Step => ({ does: 'tick', name });
export const write = (text: string, field: string): Step => ({ does: 'write', text, field });
export const give = (what: AtHand, field: string, button = 'Continue'): Step => ({ does: 'give', what, field, button });

/** The step in a sentence. */
export function sentenceOf(step: Step): string {
  switch (step.does) {
    case 'press':
      return `Press “${step.name}”.`;
    case 'follow':
      return `Follow “${step.name}”.`;
    case 'tick':
      // Its own words end in a full stop.
      return `Tick “${step.name}”`;
    case 'write':
      return `Type “${step.text}” into “${step.field}”.`;
    case 'give':
      return `Type what stands under “${step.what}” into “${step.field}”, and press “${step.button}”.`;
  }
}
