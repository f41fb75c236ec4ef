/** Our elements in Vue's templates: `import type {} from 'mfa-elements/vue'` once in an app. */
import type { HTMLAttributes, PublicProps } from 'vue';
import type { Handlers, MfaTag, MfaTagMap, Properties } from '../jsx/index.js';

type Own<Tag extends MfaTag> = Properties<MfaTagMap[Tag]> & Handlers<Tag>;

/** What Vue's checker takes for a component: `@mfa-verified` is its handler `onMfaVerified`, `base-url` its `baseUrl`. */
export type MfaVueElement<Tag extends MfaTag> = new () => MfaTagMap[Tag] & {
  $props: Own<Tag> & Omit<HTMLAttributes, keyof Own<Tag>> & PublicProps;
};

type Elements = { [Tag in MfaTag]: MfaVueElement<Tag> };

declare module 'vue' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- this is how a list of elements is extended
  interface GlobalComponents extends Elements {}
}
