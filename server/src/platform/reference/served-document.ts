import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';

/** The OpenAPI document as this process serves it: made when somebody first asks, from the routes that there are by then. */
@Injectable()
export class ServedDocument {
  private make: (() => OpenAPIObject) | null = null;
  private made: OpenAPIObject | null = null;

  /** Says how it is made: only the whole application knows all its routes. */
  madeBy(make: () => OpenAPIObject): void {
    this.make = make;
  }

  read(): OpenAPIObject {
    if (!this.make) throw new Error('Nobody has said how the OpenAPI document is made.');
    this.made ??= this.make();
    return this.made;
  }
}
