import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../icons/icon.tsx';
import { en } from '../text/en.ts';
import { FileName } from './file-name.tsx';
import { useFocusOnOpen } from './focus.ts';

/**
 * One screen: a head with the title, a body that scrolls, and a foot for what can be done. The title
 * takes the focus when the view opens, so that keyboard and screen reader follow.
 */
export function View({
  title,
  isFile,
  back,
  trailing,
  foot,
  children,
}: {
  title: string;
  /** The title is the name of a file. */
  isFile?: boolean;
  /** Where the way back leads; absent where there is none. */
  back?: string | undefined;
  trailing?: ComponentChildren;
  foot?: ComponentChildren;
  children: ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusOnOpen(heading);
  useEffect(() => {
    document.title = `${title} · ${en.name}`;
  }, [title]);
  return (
    <div class="view">
      <header class={back ? 'head has-back' : 'head'}>
        {back && (
          <a class="icon-button" href={back} aria-label={en.common.back} title={en.common.back}>
            <Icon name="back" />
          </a>
        )}
        <h1 class="grow" ref={heading} tabIndex={-1}>
          {isFile ? <FileName name={title} /> : title}
        </h1>
        {trailing}
      </header>
      <main class="body">
        <div class="stack">{children}</div>
      </main>
      {foot && <footer class="foot">{foot}</footer>}
    </div>
  );
}
