const RetryMs = 2000;

/**
 * Receives the events of the simulator while the page is visible: hello, entry and cleared. Goes on where it was after the connection broke
 * or the page was hidden; `connected` is told whether there is a connection. A browser has six of them for all pages together, so a hidden
 * page must not keep one.
 */
export function listen({ hello, entry, cleared, connected }) {
  let source = null;
  let retry = 0;
  let lastId = '';

  function open() {
    source = new EventSource(`simulator/events?after=${encodeURIComponent(lastId)}`);
    source.addEventListener('open', () => connected(true));
    source.addEventListener('hello', event => hello(JSON.parse(event.data)));
    source.addEventListener('entry', event => {
      lastId = event.lastEventId;
      entry(JSON.parse(event.data));
    });
    source.addEventListener('cleared', cleared);
    source.addEventListener('error', () => {
      connected(false);
      // The browser tries again by itself, unless something else than the simulator answered
      if (source.readyState === EventSource.CLOSED) {
        retry = setTimeout(open, RetryMs);
      }
    });
  }

  function follow() {
    clearTimeout(retry);
    source?.close();
    if (!document.hidden) {
      open();
    }
  }

  document.addEventListener('visibilitychange', follow);
  follow();
}
