import type { Connection } from '../../database/schema.ts';
import { en } from '../../text/en.ts';

/** Whether a server is connected, and the way to the place where that is changed. */
export function ConnectionState({ connection }: { connection: Connection | null | undefined }) {
  if (connection === undefined) return null;
  const [dot, words, title] = connection
    ? connection.problem
      ? ['dot bad', connection.workspace.name, connection.problem]
      : ['dot', connection.workspace.name, en.connection.to(connection.workspace.name)]
    : ['dot off', en.connection.none, en.connection.none];
  return (
    <a class="connection" href="/options.html" target="_blank" rel="noopener" title={title}>
      <span class={dot} />
      <span class="cut">{words}</span>
      {connection?.problem && (
        <span class="unseen-text">{en.connection.problem(connection.workspace.name)}</span>
      )}
    </a>
  );
}
