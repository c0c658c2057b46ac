import { Injectable } from '@nestjs/common';

/** Whether this process has been told to stop: whoever asks if it is ready sends no more requests then. */
@Injectable()
export class Draining {
  hasBegun = false;
}
