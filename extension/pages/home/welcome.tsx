import { en } from '../../text/en.ts';

/** What stands where nothing was checked or imported yet: what this is for, in three steps. */
export function Welcome() {
  return (
    <section class="welcome">
      <h2>{en.home.nothingYet}</h2>
      <ol>
        {en.home.steps.map(([title, text], index) => (
          <li key={title}>
            <span class="welcome-number" aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <b>{title}</b>
              <p class="small soft">{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
