import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A view whose code is fetched when it is first shown, so that the popup opens without it.
 *
 * @param Waiting what stands in its place until then
 * @returns the component, and `preload` to fetch the code beforehand
 */
export function lazy<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Waiting: ComponentType = () => null,
) {
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
    return Component ? <Component {...props} /> : <Waiting />;
  }

  return Object.assign(Lazy, { preload });
}
