import { expect, test } from 'vitest';
import { leadingComment, readQuestions, searchQuestions } from './questions';

const documents = {
  '../docs/examples/02-zurich.graphql': '# What did Zürich sign,\n#   and when?\n\n# Not part of it.\n{ city { name } }\n\n',
  '../docs/examples/01-members.graphql': '\n# Who are the members?\nquery Members { network { name } }',
  '../docs/examples/03-bare.graphql': '{ dataset { title } }',
};

test('the title is the comment at the head, and no later one', () => {
  expect(leadingComment('{ a } # later').title).toBe('');
  expect(leadingComment('## Two marks\n#\n# and an empty line\n{ a }').title).toBe('Two marks and an empty line');
});

test('what stands in brackets behind the title is a note', () => {
  expect(leadingComment('# Who (of all)\n# is it?\n# (Nobody, says one;\n# somebody (once), says another.)\n{ a }')).toEqual({
    title: 'Who (of all) is it?',
    note: 'Nobody, says one; somebody (once), says another.',
  });
  expect(leadingComment('# (All in brackets.)\n{ a }')).toEqual({ title: '(All in brackets.)', note: '' });
});

test('questions come in the order of their file names, whole and with one line end', () => {
  const questions = readQuestions(documents);
  expect(questions.map((each) => each.id)).toEqual(['01-members', '02-zurich', '03-bare']);
  expect(questions.map((each) => each.title)).toEqual(['Who are the members?', 'What did Zürich sign, and when?', '03-bare']);
  expect(questions[0]!.query).toBe('# Who are the members?\nquery Members { network { name } }\n');
});

test('the search folds letters, wants every word, and reads the query too', () => {
  const found = (text: string) => searchQuestions(readQuestions(documents), text).map((each) => each.id);
  expect(found('')).toHaveLength(3);
  expect(found('  zurich SIGN ')).toEqual(['02-zurich']);
  expect(found('zurich members')).toEqual([]);
  expect(found('dataset')).toEqual(['03-bare']);
});
