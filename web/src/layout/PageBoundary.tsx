import { Component, type ReactNode } from 'react';
import { CrashBody } from '@web/pages/CrashPage';

interface Props {
  children: ReactNode;
  /** A new address is a new try. */
  address: string;
}

interface State {
  error: unknown;
  address: string;
}

/** Keeps bar and keys alive when one page fails. */
export class PageBoundary extends Component<Props, State> {
  override state: State = { error: null, address: this.props.address };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps({ address }: Props, state: State): Partial<State> | null {
    return address === state.address ? null : { address, error: null };
  }

  override render() {
    return this.state.error === null ? this.props.children : <CrashBody error={this.state.error} />;
  }
}
