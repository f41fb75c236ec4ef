import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { ROOT } from './manifest';

/** What an event tells besides `at` and `flow`: a name, and its type written out. */
export type EventDetails = ReadonlyMap<string, readonly { readonly name: string; readonly type: string }[]>;

const EVERY = ['at', 'flow'];

/** Reads the detail of each event class from its constructor's type, by the compiler. */
export function readEventDetails(): EventDetails {
  const file = fileURLToPath(new URL('src/elements/events.ts', ROOT));
  const program = ts.createProgram([file], { target: ts.ScriptTarget.ES2022, strict: true, skipLibCheck: true });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file)!;
  const details = new Map<string, { name: string; type: string }[]>();
  for (const exported of checker.getExportsOfModule(checker.getSymbolAtLocation(source)!)) {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    if (!(symbol.flags & ts.SymbolFlags.Class)) continue;
    const detail = checker.getDeclaredTypeOfSymbol(symbol).getProperty('detail')!;
    details.set(
      symbol.name,
      checker
        .getTypeOfSymbol(detail)
        .getProperties()
        .filter(({ name }) => !EVERY.includes(name))
        .map((property) => ({ name: property.name, type: written(checker, checker.getTypeOfSymbol(property)) })),
    );
  }
  return details;
}

/** A type with the names of ours replaced by what they stand for. */
function written(checker: ts.TypeChecker, type: ts.Type): string {
  if (type.flags & ts.TypeFlags.Boolean) return 'boolean';
  if (type.isUnion()) return type.types.map((one) => written(checker, one)).join(' | ');
  if (!checker.isArrayType(type)) return checker.typeToString(type).replaceAll('"', "'");
  const [element] = checker.getTypeArguments(type as ts.TypeReference);
  const text = written(checker, element!);
  return text.includes(' | ') ? `(${text})[]` : `${text}[]`;
}
