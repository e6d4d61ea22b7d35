import { Problem, useAction } from '../../components/action.tsx';
import { Wash } from '../../components/wash.tsx';
import { disconnect } from '../../database/actions.ts';
import type { Connection } from '../../database/schema.ts';
import { en } from '../../text/en.ts';
import { moment } from '../../text/format.ts';

/** The connected server, who the token is, and the way to let go of both. */
export function Connected({
  connection,
  onAnew,
}: {
  connection: Connection;
  /** The person wants to connect with another token or to another server. */
  onAnew(): void;
}) {
  const { run, busy, problem } = useAction();
  const facts: [string, string][] = [
    [en.options.workspace, connection.workspace.name],
    [en.options.server, connection.origin],
    [en.options.tokenName, connection.tokenName],
    [en.options.role, en.options.roles[connection.role]],
    [en.options.since, moment(connection.connectedAt, Date.now())],
  ];
  return (
    <div class="stack">
      {connection.problem ? (
        <Wash tone="bad" icon="alert" title={en.options.notReachable}>
          <p>{connection.problem}</p>
        </Wash>
      ) : (
        <Wash
          tone="good"
          icon="check"
          title={en.connection.to(connection.workspace.name)}
          testId="connected"
        />
      )}
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Problem text={problem} />
      <div class="actions">
        <button
          type="button"
          class="button"
          disabled={busy}
          onClick={() => void run(() => disconnect())}
        >
          {en.options.disconnect}
        </button>
        <button type="button" class="button" disabled={busy} onClick={onAnew}>
          {en.options.anew}
        </button>
      </div>
      <p class="small soft">{en.options.disconnectMore}</p>
    </div>
  );
}
