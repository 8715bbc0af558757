/** A command line that cannot be understood; the message is for the person, in their language. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}
