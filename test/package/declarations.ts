import { join } from "node:path";
import ts from "typescript";

/** A name that a user of the package can hover over, and the text that the editor shows. */
export interface Documented {
  /** Such as `CsbsClientOptions.region`. */
  path: string;
  text: string;
  /** Whether it is an exported function. */
  callable: boolean;
}

/** Structures of openapi-typescript, whose inner names are its own. */
const structures = ["paths", "components", "operations"];

/**
 * Every export of the declaration files, and every property and method that can be reached from it
 * and that this package declares.
 */
export function documentedIn(folder: string, files: readonly string[]): Documented[] {
  const names = files.map((file) => join(folder, file));
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    strict: true,
    target: ts.ScriptTarget.ES2022,
    noEmit: true,
    types: [],
  };
  const program = ts.createProgram(names, options);
  const checker = program.getTypeChecker();
  const found: Documented[] = [];
  const visited = new Set<ts.Symbol | ts.Type>();
  const isOurs = (symbol: ts.Symbol) =>
    (symbol.declarations ?? []).some((declaration) =>
      declaration.getSourceFile().fileName.startsWith(folder),
    );

  for (const name of names) {
    const file = program.getSourceFile(name);
    const module = file && checker.getSymbolAtLocation(file);
    if (module === undefined) throw new Error(`${name} exports nothing`);
    for (const exported of checker.getExportsOfModule(module)) visitExport(exported);
  }
  return found;

  function visitExport(exported: ts.Symbol): void {
    const symbol =
      (exported.flags & ts.SymbolFlags.Alias) === 0 ? exported : checker.getAliasedSymbol(exported);
    if (visited.has(symbol)) return;
    visited.add(symbol);
    const callable = (symbol.flags & ts.SymbolFlags.Function) !== 0;
    found.push({ path: symbol.name, text: textOf(symbol), callable });
    if (symbol.name === "components") {
      const schemas = checker.getDeclaredTypeOfSymbol(symbol).getProperty("schemas");
      if (schemas !== undefined) visitProperties("components", checker.getTypeOfSymbol(schemas));
    }
    if (structures.includes(symbol.name)) return;
    if (symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Class)) {
      visitType(symbol.name, checker.getDeclaredTypeOfSymbol(symbol));
    }
    if (symbol.flags & ts.SymbolFlags.Value && symbol.valueDeclaration !== undefined) {
      const type = checker.getTypeOfSymbolAtLocation(symbol, symbol.valueDeclaration);
      for (const signature of type.getCallSignatures()) visitType(symbol.name, signature.getReturnType());
    }
  }

  function visitType(path: string, type: ts.Type): void {
    if (visited.has(type)) return;
    visited.add(type);
    if (type.isUnionOrIntersection()) for (const part of type.types) visitType(path, part);
    else visitProperties(path, type);
    const [element] = checker.getTypeArguments(type as ts.TypeReference) ?? [];
    if (element !== undefined && checker.isArrayType(type)) visitType(path, element);
  }

  function visitProperties(path: string, type: ts.Type): void {
    for (const property of type.getProperties()) {
      if (!isOurs(property) || visited.has(property)) continue;
      visited.add(property);
      const own = `${path}.${property.name}`;
      found.push({ path: own, text: textOf(property), callable: false });
      const [declaration] = property.declarations ?? [];
      if (declaration !== undefined) visitType(own, checker.getTypeOfSymbolAtLocation(property, declaration));
    }
  }

  function textOf(symbol: ts.Symbol): string {
    const tags = symbol
      .getJsDocTags(checker)
      .map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`);
    return [ts.displayPartsToString(symbol.getDocumentationComment(checker)), ...tags].join("\n").trim();
  }
}
