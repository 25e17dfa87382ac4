import { parse } from 'svelte/compiler';
import ts from 'typescript';

/** One import, export-from or import() of a module. */
export interface Import {
  /** what stands between the quotes */
  from: string;
  line: number;
  /** whether it brings types only, which nothing runs */
  typeOnly: boolean;
}

/** The modules a TypeScript, JavaScript or Svelte file imports, in the order of their lines. */
export function importsOf(path: string, source: string): Import[] {
  const script = path.endsWith('.svelte') ? onlyScripts(source) : source;
  const file = ts.createSourceFile(path, script, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const found: Import[] = [];
  const add = (at: ts.Node, name: ts.Node | undefined, typeOnly: boolean) => {
    if (!name || !ts.isStringLiteralLike(name)) return;
    const { line } = file.getLineAndCharacterOfPosition(at.getStart(file));
    found.push({ from: name.text, line: line + 1, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, bringsTypesOnly(node));
    else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node, node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** `import type …`, or named imports each of which says `type`. */
function bringsTypesOnly(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name || !named || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

/** The scripts of a Svelte file at their own places, everything else blank, so that lines stay right. */
function onlyScripts(source: string): string {
  const { instance, module } = parse(source, { modern: true });
  const kept = [module, instance].filter((script) => script !== null && script !== undefined);
  return [...source]
    .map((character, at) => {
      const inside = kept.some(({ content }) => {
        const { start, end } = content as unknown as { start: number; end: number };
        return at >= start && at < end;
      });
      return inside || character === '\n' ? character : ' ';
    })
    .join('');
}
