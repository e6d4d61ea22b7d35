import { Component, type ComponentChildren } from 'preact';
import { en } from '../text/en.ts';
import { Wash } from './wash.tsx';

/** Keeps a view that fails from taking the rest of the page with it. `id` anew starts over. */
export class Boundary extends Component<
  { id: string; children: ComponentChildren },
  { failed: string | null }
> {
  override state = { failed: null };

  override componentDidCatch(error: unknown): void {
    console.error(error);
    this.setState({ failed: this.props.id });
  }

  override render() {
    if (this.state.failed !== this.props.id) return this.props.children;
    return (
      <div class="view">
        <main class="body">
          <Wash tone="bad" icon="alert" title={en.common.wentWrong} level="h2">
            <p>{en.common.wentWrongMore}</p>
          </Wash>
        </main>
      </div>
    );
  }
}
