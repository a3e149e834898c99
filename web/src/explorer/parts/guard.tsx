import { Component, type ReactNode } from 'react';
import { common } from '../text/common';

/** Keeps a failure inside one part of the page. */
export class Guard extends Component<{ children: ReactNode; instead?: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      this.props.instead ?? (
        <div className="notice warn" role="alert">
          <h2>{common.states.broken}</h2>
          <p>{common.states.brokenText}</p>
        </div>
      )
    );
  }
}
