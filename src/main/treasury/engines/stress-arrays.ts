/**
 * The typed arrays of one simulation, to be given back together as soon as they have been read.
 * The garbage collector counts little for them and lets them pile up, at megabytes a scenario.
 */
export class StressArrays {
  readonly #buffers: ArrayBuffer[] = [];

  float64(length: number): Float64Array<ArrayBuffer> {
    return this.#kept(new Float64Array(length));
  }

  int32(length: number): Int32Array<ArrayBuffer> {
    return this.#kept(new Int32Array(length));
  }

  uint32(length: number): Uint32Array<ArrayBuffer> {
    return this.#kept(new Uint32Array(length));
  }

  uint16(length: number): Uint16Array<ArrayBuffer> {
    return this.#kept(new Uint16Array(length));
  }

  uint8(length: number): Uint8Array<ArrayBuffer> {
    return this.#kept(new Uint8Array(length));
  }

  /** Gives all the memory back at once; the arrays are empty from then on. */
  release(): void {
    for (const buffer of this.#buffers.splice(0)) buffer.transfer(0);
  }

  #kept<A extends { buffer: ArrayBuffer }>(array: A): A {
    this.#buffers.push(array.buffer);
    return array;
  }
}
