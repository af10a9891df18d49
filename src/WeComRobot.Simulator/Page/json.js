// In a refused message a field may be of any kind.

/** The text of a field, or null when it is not a string or has nothing to see. */
export function text(value) {
  return typeof value === 'string' && /[^\s\p{Cc}\p{Cf}]/u.test(value) ? value : null;
}

/** A JSON object, or null when it is anything else. */
export function object(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : null;
}

/** The objects in a list; none when it is no list. */
export function list(value) {
  return Array.isArray(value) ? value.filter(object) : [];
}
