import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A view whose code is fetched when it is first shown, so that the popup opens without it.
 *
 * @returns the component, and `preload` to fetch the code beforehand
 */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>) {
  let loaded: ComponentType<P> | null = null;
  let loading: Promise<void> | null = null;
  const preload = (): Promise<void> => {
    loading ??= load().then((component) => {
      loaded = component;
    });
    return loading;
  };

  function Lazy(props: P) {
    const [, show] = useState(loaded !== null);
    const [error, setError] = useState<unknown>(null);
    useEffect(() => {
      if (!loaded) preload().then(() => show(true), setError);
    }, []);
    if (error) throw error;
    const Component = loaded;
    return Component ? <Component {...props} /> : <div class="view" />;
  }

  return Object.assign(Lazy, { preload });
}
