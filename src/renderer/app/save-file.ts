/** Hands a file to the person: the browser's download, or Electron's save dialog. */
export function saveFile(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  link.click();
  // The download has begun with the click; the address only holds memory from here on.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
