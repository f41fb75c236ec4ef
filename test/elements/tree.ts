import { executeServerCommand } from '@web/test-runner-commands';

interface Value {
  readonly value?: string | number | boolean;
}
interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
  readonly value?: Value;
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
  readonly childIds?: readonly string[];
}

/** Of what Chromium tells a screen reader: what a person hears of a node. */
const TOLD = ['level', 'checked', 'invalid', 'required', 'disabled', 'expanded', 'busy', 'live', 'atomic'];
const SILENT = ['none', 'generic', 'paragraph', 'InlineTextBox', 'LineBreak', 'ListMarker', 'LabelText', 'strong'];

const textOf = ({ value }: Value = {}): string =>
  value === undefined ? '' : String(value).replaceAll(/\s+/g, ' ').trim();

function lineOf({ role, name, description, value, properties = [] }: AxNode): string {
  const told = properties
    .filter((one) => TOLD.includes(one.name) && !['false', 'off', '', 'undefined'].includes(String(one.value.value)))
    .map((one) => (one.value.value === true ? one.name : `${one.name}=${textOf(one.value)}`));
  return [
    textOf(role) === 'StaticText' ? 'text' : textOf(role),
    textOf(name) && JSON.stringify(textOf(name)),
    textOf(value) && `value ${JSON.stringify(textOf(value))}`,
    textOf(description) && `described ${JSON.stringify(textOf(description))}`,
    ...told,
  ]
    .filter(Boolean)
    .join(' ');
}

/** The part of Chromium's accessibility tree below the page's one `main`, a node a line. */
export async function treeOf(main: HTMLElement): Promise<string> {
  if (main.localName !== 'main') throw new Error('It is found by its role.');
  const { nodes } = await executeServerCommand<{ nodes: AxNode[] }, object>('cdp', {
    method: 'Accessibility.getFullAXTree',
    params: {},
  });
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const [root, second] = nodes.filter(({ role }) => role?.value === 'main');
  if (!root || second) throw new Error('There has to be one main.');
  const lines: string[] = [];
  const visit = (node: AxNode, depth: number, around: string): void => {
    const role = textOf(node.role);
    const name = textOf(node.name);
    const isSaid = role === 'StaticText' && around.includes(name);
    const isShown = !node.ignored && !SILENT.includes(role) && !isSaid;
    if (isShown) lines.push(`${'  '.repeat(depth)}${lineOf(node)}`);
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) visit(child, isShown ? depth + 1 : depth, isShown && name ? name : around);
    }
  };
  for (const id of root.childIds ?? []) visit(byId.get(id)!, 0, '');
  return lines.join('\n');
}
