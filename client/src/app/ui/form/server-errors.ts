import { isFieldTree, type FieldTree, type ValidationError } from '@angular/forms/signals';
import type { FieldProblem } from '#contracts';

const childOf = (tree: FieldTree<unknown>, name: string): FieldTree<unknown> | undefined => {
  const child: unknown = Reflect.get(tree, name);
  return isFieldTree(child) ? child : undefined;
};

/** What a form's action says is wrong with its fields. */
export type Faults = ValidationError.WithOptionalFieldTree[];

/** What the server says of the fields (422), as errors of the form's fields; of a field that the form lacks, as the form's own. */
export const serverErrors = (form: FieldTree<unknown>, problems: readonly FieldProblem[]): Faults =>
  problems.map(({ path, code }) => {
    let at = form;
    for (const part of path.split('.')) at = childOf(at, part) ?? at;
    return { kind: code, fieldTree: at };
  });
