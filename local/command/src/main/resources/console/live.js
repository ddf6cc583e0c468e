// Server-sent events: what changed, by its kind. A browser connects again by itself and names the last event that it saw.

/**
 * Listens from now on; the promise is kept when no later change is missed.
 *
 * @param told called with each change, or with `null` where everything may have changed
 * @param state called with whether the page is connected
 */
export function live(told, state) {
  const source = new EventSource('/api/events');
  source.addEventListener('changed', (event) => told(JSON.parse(event.data)));
  source.addEventListener('reset', () => told(null));
  source.addEventListener('open', () => state(true));
  source.addEventListener('error', () => state(false));
  return new Promise((listening) => {
    source.addEventListener('ready', listening, { once: true });
    source.addEventListener('error', listening, { once: true });
  });
}
