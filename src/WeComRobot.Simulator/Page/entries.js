import { say } from './say.js';

/** The details of a message of the chat, or the words that say why there are none. */
export async function readEntry(id) {
  try {
    const response = await fetch(`simulator/entries/${encodeURIComponent(id)}`, { cache: 'no-store' });
    return response.ok ? { details: await response.json() } : { failure: say('chat.gone') };
  } catch {
    return { failure: say('chat.noAnswer') };
  }
}
