import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icons/icon.tsx';
import type { Tone } from '../pages/import/status.ts';

/** A tinted box that says one thing that matters: an outcome, a refusal, a question. */
export function Wash({
  tone,
  icon,
  title,
  level = 'p',
  children,
  testId,
}: {
  tone: Tone;
  icon: IconName;
  title: string;
  /** A heading where the box begins a part of the page. */
  level?: 'p' | 'h2';
  children?: ComponentChildren;
  testId?: string;
}) {
  const Title = level;
  return (
    <div class={`wash ${tone}`} data-testid={testId}>
      <Title class="wash-title">
        <Icon name={icon} />
        <span>{title}</span>
      </Title>
      {children}
    </div>
  );
}
