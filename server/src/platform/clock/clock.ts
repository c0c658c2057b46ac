/** The only source of the present: rules and rows never ask the database or `Date` for it. */
export abstract class Clock {
  /** The present moment. */
  abstract now(): Date;
}

/** The machine's clock. */
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** A clock that tests move; it stands still otherwise. */
export class MovableClock extends Clock {
  private current: Date;

  constructor(start: Date = new Date()) {
    super();
    this.current = start;
  }

  override now(): Date {
    return new Date(this.current);
  }

  /** Sets the present. */
  moveTo(moment: Date): void {
    this.current = moment;
  }

  /** Moves the present forward by so many milliseconds. */
  advance(milliseconds: number): void {
    this.current = new Date(this.current.getTime() + milliseconds);
  }
}
