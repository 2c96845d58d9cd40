/** The addresses of a pasted list or a CSV file: every cell that holds one. A line without any stays, whole, to be told. */
export function addressesIn(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const cells = line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1').trim()).filter((cell) => cell !== '');
    const addresses = cells.filter((cell) => cell.includes('@'));
    if (addresses.length > 0) {
      return addresses;
    }
    // The first line of a table may be its head; anything else without an address is a mistake to be told.
    return index === 0 || cells.length === 0 ? [] : [cells.join(' ')];
  });
}
