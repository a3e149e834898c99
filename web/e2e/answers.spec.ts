import { readExamples } from '../testing/examples.ts';
import { expect, test } from './playground.ts';

test('every question of the list is answered as docs/examples says', async ({ playground }) => {
  const examples = readExamples();
  expect(examples.length).toBeGreaterThan(0);
  test.setTimeout(examples.length * 10_000); // each may be the first of its kind that a database plans
  await playground.open();
  const list = await playground.questions();
  for (const example of examples) {
    await test.step(example.id, async () => {
      await list.getByRole('button', { name: example.title }).click();
      await playground.expectAnswer(example.data);
    });
  }
});
