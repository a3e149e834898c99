import { pick, useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import { useState } from 'react';
import { questions } from './all-questions';
import { isPhone } from './phone';
import { searchQuestions, type Question } from './questions';
import { useOpen } from './use-open';

function QuestionList() {
  const [text, setText] = useState('');
  const { tabs, activeTabIndex } = useGraphiQL(pick('tabs', 'activeTabIndex'));
  const { setVisiblePlugin } = useGraphiQLActions();
  const open = useOpen();
  const found = searchQuestions(questions, text);
  const current = tabs[activeTabIndex]?.query;

  function choose(question: Question) {
    open({ query: question.query, variables: '' });
    if (isPhone()) setVisiblePlugin(null); // the list covers the answer there
  }

  return (
    <section className="questions" aria-label="Questions">
      <h2>Questions</h2>
      <p>Choose one: it opens as a query and runs. Change it as you like.</p>
      <input
        type="search"
        aria-label="Search the questions"
        placeholder="Search, for example Berlin"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="questions-count" role="status">
        {found.length === questions.length
          ? `${questions.length} questions`
          : `${found.length} of ${questions.length} questions`}
      </p>
      <ol>
        {found.map((question) => (
          <li key={question.id}>
            <button type="button" aria-current={question.query === current} onClick={() => choose(question)}>
              {question.title}
              {question.query === current && question.note && <small>{question.note.replaceAll('`', '')}</small>}
            </button>
          </li>
        ))}
      </ol>
      {found.length === 0 && (
        <p>
          No question holds all of these words. To find a city or a body, run{' '}
          <code>{`{ search(text: ${JSON.stringify(text)}) { node { id name } } }`}</code>. The guide tells how to ask the rest.
        </p>
      )}
    </section>
  );
}

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" aria-hidden="true">
      <path d="M9 6h11M9 12h11M9 18h7" />
      <circle cx="4.5" cy="6" r="1" />
      <circle cx="4.5" cy="12" r="1" />
      <circle cx="4.5" cy="18" r="1" />
    </svg>
  );
}

/** The pane that lists every question of docs/examples. */
export const QUESTIONS_PLUGIN: GraphiQLPlugin = { title: 'Questions', icon: Icon, content: QuestionList };
