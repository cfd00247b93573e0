import { reprString } from "@/lib/recordings/repr-string";

/** Whether a text is the arguments of one call, each of them values or a `lambda`, whose making runs no code of its author. */
const source = `
import ast
VALUES = (ast.Constant, ast.List, ast.Tuple, ast.Set, ast.Dict, ast.UnaryOp, ast.BinOp, ast.Name, ast.Starred)
PARTS = (ast.operator, ast.unaryop, ast.expr_context)

def is_plain(node):
    if type(node) is ast.Lambda:
        return all(map(is_plain, filter(None, [*node.args.defaults, *node.args.kw_defaults])))
    return isinstance(node, (*VALUES, *PARTS)) and all(map(is_plain, ast.iter_child_nodes(node)))

def is_plain_call(text):
    call = ast.parse("f(" + text + ")", mode="eval").body
    is_call = type(call) is ast.Call and type(call.func) is ast.Name
    return is_call and all(map(is_plain, [*call.args, *(keyword.value for keyword in call.keywords)]))
`;

/** A program and an expression over it, which is True for such a text. Nothing of the text is run. */
export function plainCallCheck(text: string): { readonly source: string; readonly expression: string } {
  return { source, expression: `is_plain_call(${reprString(text)})` };
}
