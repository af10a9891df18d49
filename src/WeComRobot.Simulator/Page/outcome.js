/** Whether the group does not get a message: the service refused it, or a scripted fault answered in its place. */
export function isUndelivered({ outcome }) {
  return outcome !== 'accepted';
}
