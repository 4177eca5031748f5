const HTTP_METHODS = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'All']);
const DECLARATIONS = new Set(['Access', 'Public']);

const decoratorNames = (node) =>
  (node.decorators ?? []).map(({ expression }) => (expression.callee ?? expression).name).filter(Boolean);

/** Absence of a declaration must be an error in the editor already; the program refuses to start on it as well. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      missing:
        'Handler {{name}} must say who may call it: add @Access(...) or @Public(...) (docs/decisions/0003).',
      both: 'Handler {{name}} is marked both @Access and @Public; keep one.',
    },
  },
  create(context) {
    return {
      MethodDefinition(node) {
        const names = decoratorNames(node);
        if (!names.some((name) => HTTP_METHODS.has(name))) return;
        const declared = names.filter((name) => DECLARATIONS.has(name));
        if (declared.length === 1) return;
        const messageId = declared.length === 0 ? 'missing' : 'both';
        context.report({ node: node.key, messageId, data: { name: node.key.name } });
      },
    };
  },
};
