import { Component, type ReactNode } from 'react';
import { AskError } from '../lib/ask';
import { fetchAnew, NotFetched } from '../lib/retrying';
import { common } from '../text/common';
import { Failure } from './states';

/** Keeps a failure inside one part of the page, which can be tried again. */
export class Guard extends Component<{ children: ReactNode; instead?: ReactNode; page?: boolean }, { failed: unknown }> {
  override state = { failed: null };

  static getDerivedStateFromError(error: unknown) {
    return { failed: error ?? new Error() };
  }

  private readonly again = () => {
    fetchAnew();
    this.setState({ failed: null });
  };

  override render() {
    const { failed } = this.state;
    if (failed === null) return this.props.children;
    const { instead, page } = this.props;
    if (instead !== undefined) return instead;
    if ((failed as unknown) instanceof NotFetched) return <Failure page={page} error={new AskError('gone', '')} again={this.again} />;
    const Heading = page ? 'h1' : 'h2'; // of the whole page, or of a part
    return (
      <div className="notice warn" role="alert">
        <Heading>{common.states.broken}</Heading>
        <p>{common.states.brokenText}</p>
        <button type="button" onClick={this.again}>
          {common.states.again}
        </button>
      </div>
    );
  }
}
