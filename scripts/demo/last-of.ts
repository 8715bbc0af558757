/** Runs a streamed call to its end and gives its result. */
export async function lastOf<T>(events: AsyncIterator<unknown, T, void>): Promise<T> {
  for (;;) {
    const event = await events.next();
    if (event.done === true) return event.value;
  }
}
