/** Pages write `en_US` too, which no `Intl` takes; a language that none knows must not take the screen down. */
function formatter(language: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(language?.replaceAll('_', '-'), options);
  } catch {
    return new Intl.DateTimeFormat(undefined, options);
  }
}

/** A time of day, in the page's language. */
export const timeOfDay = (at: number, language: string | undefined): string =>
  formatter(language, { timeStyle: 'short' }).format(at);

/** A date, in the page's language. */
export const longDate = (at: number, language: string | undefined): string =>
  formatter(language, { dateStyle: 'long' }).format(at);

/** A day and a time, in the page's language and zone. */
export const dayAndTime = (at: number, language: string | undefined): string =>
  formatter(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
