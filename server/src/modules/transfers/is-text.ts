/** How other files begin that are chosen for a CSV file: pictures, PDF, spreadsheets and archives (zip, also xlsx, ods), old Excel, gzip. */
const BEGINNINGS: readonly Buffer[] = ['89504e47', 'ffd8ff', '47494638', '25504446', '504b0304', 'd0cf11e0a1b11ae1', '1f8b08'].map((hex) =>
  Buffer.from(hex, 'hex'),
);
/** Bytes that are looked at. */
const LOOK = 4_096;
/** The share of control characters above which nobody wrote it: texts have next to none, packed data have a tenth. */
const TOO_MANY = 0.05;
/** The share of zero bytes at even or at odd places above which it is UTF-16 of a language in European letters; Greek has a third. */
const UTF16 = 0.15;

/** Whether a file is in UTF-16, which spreadsheets call “Unicode text”. */
export function isUtf16(content: Buffer): boolean {
  if (content.length >= 2 && ['fffe', 'feff'].includes(content.toString('hex', 0, 2))) return true;
  const start = content.subarray(0, LOOK);
  const zeros = [0, 0];
  for (const [at, byte] of start.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // All on one side: in packed data, and in a text with a stray zero, they are on both or are few.
  return Math.min(even, odd) === 0 && Math.max(even, odd) > start.length * UTF16;
}

/** Whether a file is a text at all, in whatever encoding. */
export function isText(content: Buffer): boolean {
  if (BEGINNINGS.some((beginning) => content.subarray(0, beginning.length).equals(beginning))) return false;
  const start = content.subarray(0, LOOK);
  let controls = 0;
  for (const byte of start) if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) controls += 1;
  return controls <= Math.max(1, start.length * TOO_MANY);
}
