/** Signatures that a report needs: more than half of the reporters. */
export function majority(reporters: readonly string[]): number {
  return Math.floor(reporters.length / 2) + 1;
}
