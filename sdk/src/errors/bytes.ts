/** Revert data or other bytes, as far as one line has room for them. */
export function bytes(data: string): string {
  const shown = 10;
  if (data.length <= shown) return data;
  return `${data.slice(0, shown)}… (${(data.length - "0x".length) / 2} bytes)`;
}
