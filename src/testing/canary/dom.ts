import { findCanary } from './find.js';
import { hitsIn, type CanaryHit } from './places.js';

/** What was found below one node, and all of its text. */
interface Found {
  readonly hits: CanaryHit[];
  readonly text: string;
}

/**
 * Everything in a tree: texts, also those that are spread over several nodes, comments, attributes, the values of fields,
 * and the same inside templates, open shadow roots and frames of this origin.
 */
export function searchTree(root: Node): CanaryHit[] {
  return below(root).hits;
}

function below(node: Node): Found {
  const where = nameOf(node);
  switch (node.nodeType) {
    case Node.TEXT_NODE:
    case Node.CDATA_SECTION_NODE: {
      const text = node.nodeValue ?? '';
      return { hits: hitsIn('text', where, text), text };
    }
    case Node.COMMENT_NODE:
    case Node.PROCESSING_INSTRUCTION_NODE:
      return { hits: hitsIn('comment', where, node.nodeValue), text: '' };
    default:
  }
  const children = [...node.childNodes].map(below);
  const text = children.map((child) => child.text).join('');
  const hits = children.flatMap((child) => child.hits);
  const isSpread = hits.every(({ place }) => place !== 'text') && findCanary(text).length > 0;
  if (isSpread) hits.push(...hitsIn('text', where, text));
  if (isElement(node)) hits.push(...ofElement(node, where));
  return { hits, text };
}

/** A frame's nodes are no instances of this page's classes, so they are told by their numbers and names. */
const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

function ofElement(element: Element, where: string): CanaryHit[] {
  const hits = [...element.attributes].flatMap(({ name, value }) =>
    hitsIn('attribute', `${where} ${name}`, [name, value]),
  );
  if (element.shadowRoot) hits.push(...searchTree(element.shadowRoot));
  if (isNamed(element, 'template')) hits.push(...searchTree(element.content));
  if (isNamed(element, 'iframe') && element.contentDocument) hits.push(...searchTree(element.contentDocument));
  for (const name of ['input', 'textarea', 'select'] as const) {
    if (isNamed(element, name)) hits.push(...hitsIn('field', where, element.value));
  }
  return hits;
}

function isNamed<K extends keyof HTMLElementTagNameMap>(
  element: Element,
  name: K,
): element is HTMLElementTagNameMap[K] {
  return element.localName === name;
}

const hostOf = (root: Node): Node | null =>
  root.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in root ? (root.host as Node) : null;

/** The way to a node in a few words: `mfa-backup-codes > ol > li#code-3`. */
function nameOf(node: Node): string {
  const names: string[] = [];
  for (let at: Node | null = node; at && names.length < 4; at = at.parentNode ?? hostOf(at)) {
    if (isElement(at)) names.unshift(at.localName + (at.id ? `#${at.id}` : ''));
  }
  return names.join(' > ') || 'document';
}
