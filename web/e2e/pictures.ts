import { fileURLToPath } from 'node:url';
import { readExamples } from '../testing/examples.ts';
import { expect, test } from './playground.ts';

const FOLDER = fileURLToPath(new URL('../../docs/images/', import.meta.url));

/** Questions of docs/examples. */
const PICTURES = ['03-in-both-networks', '09-berlin-on-four-days'];

for (const id of PICTURES) {
  test(id, async ({ playground }) => {
    const example = readExamples().find((each) => each.id === id)!;
    await playground.open();
    const list = await playground.questions();
    await list.getByRole('button', { name: example.title }).click();
    await playground.expectAnswer(example.data);
    await expect(list.getByRole('button', { name: example.title })).toHaveAttribute('aria-current', 'true');
    await list.getByRole('button', { name: example.title }).scrollIntoViewIfNeeded();
    await playground.page.mouse.move(640, 20); // nothing under the pointer
    await playground.page.waitForTimeout(500); // the scroll bars fade
    await playground.page.screenshot({ path: `${FOLDER}${id.replace(/^\d+-/, '')}.png` });
  });
}
