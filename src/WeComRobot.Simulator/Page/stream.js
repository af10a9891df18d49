const RetryMs = 2000;

/**
 * Receives the events of the simulator: hello, entry and cleared. Goes on where it was after the connection broke;
 * `connected` is told whether there is one.
 */
export function listen({ hello, entry, cleared, connected }) {
  const source = new EventSource('simulator/events');
  source.addEventListener('open', () => connected(true));
  source.addEventListener('hello', event => hello(JSON.parse(event.data)));
  source.addEventListener('entry', event => entry(JSON.parse(event.data)));
  source.addEventListener('cleared', cleared);
  source.addEventListener('error', () => {
    connected(false);
    // The browser tries again by itself, unless something else than the simulator answered
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => listen({ hello, entry, cleared, connected }), RetryMs);
    }
  });
}
