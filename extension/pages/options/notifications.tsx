import { useEffect, useState } from 'preact/hooks';
import { notificationsSetting } from '../../database/actions.ts';
import { en } from '../../text/en.ts';

/** Whether the end of an import is told. */
export function Notifications() {
  const [on, setOn] = useState<boolean | null>(null);
  useEffect(() => {
    void notificationsSetting.get().then(setOn);
  }, []);
  return (
    <section class="card" aria-labelledby="notifications">
      <h2 id="notifications">{en.options.notifications}</h2>
      <label class="choice">
        <input
          type="checkbox"
          checked={on ?? false}
          disabled={on === null}
          onChange={(event) => {
            const wanted = event.currentTarget.checked;
            setOn(wanted);
            void notificationsSetting.set(wanted);
          }}
        />
        <span>
          <b>{en.options.notify}</b>
          <span class="small soft">{en.options.notifyMore}</span>
        </span>
      </label>
    </section>
  );
}
