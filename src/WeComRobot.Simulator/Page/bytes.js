const KB = 1024;
export const MB = 1024 * KB;

/** A size as a file has it, such as "1.5 MB". */
export function formatSize(bytes) {
  const [unit, name] = [[MB, 'MB'], [KB, 'KB']].find(([unit]) => bytes >= unit) ?? [1, 'B'];
  return `${Number((bytes / unit).toFixed(1))} ${name}`;
}

/** A size in megabytes, unless that would not be exact. */
export function formatExactly(bytes) {
  return bytes >= MB && bytes % MB === 0 ? formatSize(bytes) : `${bytes} B`;
}
