import { serverAudits } from 'graphql-http';
import { expect, inject, test } from 'vitest';

/** GraphQL over HTTP, by the audits that the specification's own authors keep. */
const audits = serverAudits({ url: () => inject('graphql') });

test('the audit suite is the one we were measured by', () => {
  expect(audits).toHaveLength(61);
});

test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (_id, _name, audit) => {
  const result = await audit.fn();
  const answer = 'response' in result ? await result.response.clone().text().catch(() => '') : '';
  expect(result.status, 'reason' in result ? `${result.reason}; answer: ${answer}` : '').toBe('ok');
});
