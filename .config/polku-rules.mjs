/** Polku's own laws that no general rule states. */

const HTTP_METHODS = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'All', 'Sse', 'Search']);
const GUARDS = new Set(['Permit', 'Public']);

const nameOf = (decorator) => (decorator.expression.callee ?? decorator.expression).name;

const permit = {
  meta: { type: 'problem', schema: [], messages: { missing: 'A route says who may call it: add @Permit or @Public.' } },
  create: (context) => ({
    MethodDefinition(node) {
      const names = (node.decorators ?? []).map(nameOf);
      if (names.some((name) => HTTP_METHODS.has(name)) && !names.some((name) => GUARDS.has(name))) {
        context.report({ node: node.key, messageId: 'missing' });
      }
    },
  }),
};

const clock = {
  meta: { type: 'problem', schema: [], messages: { now: 'Ask the clock what time it is: tests move it.' } },
  create: (context) => ({
    NewExpression(node) {
      if (node.callee.name === 'Date' && node.arguments.length === 0) context.report({ node, messageId: 'now' });
    },
    CallExpression(node) {
      const { callee } = node;
      const member = callee.type === 'MemberExpression' ? `${callee.object.name}.${callee.property.name}` : callee.name;
      const isLuxonNow = ['DateTime.now', 'DateTime.utc', 'DateTime.local'].includes(member) && node.arguments.length === 0;
      if (member === 'Date' || member === 'Date.now' || isLuxonNow) context.report({ node, messageId: 'now' });
    },
  }),
};

const VAGUE = /^(utils?|helpers?|common|misc|shared)([.-]|$)|[.-](utils?|helpers?)\./;

const plainNames = {
  meta: { type: 'problem', schema: [], messages: { vague: 'Name the file or folder "{{name}}" for what it is about.' } },
  create: (context) => ({
    Program(node) {
      const inside = context.filename.slice(context.cwd.length + 1).split(/[\\/]/);
      const name = inside.find((part) => VAGUE.test(part));
      if (name !== undefined) context.report({ node, loc: { line: 1, column: 0 }, messageId: 'vague', data: { name } });
    },
  }),
};

const reasonedDisable = {
  meta: { type: 'problem', schema: [], messages: { missing: 'Say after " -- " why the rule does not hold here.' } },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        if (/^\s*eslint-disable/.test(comment.value) && !/ -- \S/.test(comment.value)) {
          context.report({ loc: comment.loc, messageId: 'missing' });
        }
      }
    },
  }),
};

export default {
  meta: { name: 'polku' },
  rules: { permit, clock, 'plain-names': plainNames, 'reasoned-disable': reasonedDisable },
};
