import { Controller, Get, Inject } from '@nestjs/common';
import { aboutView, type AboutView } from '#contracts';
import { CONFIG, type RunningConfig } from '../../platform/config/index.js';
import { Answers, Public } from '../../platform/http/index.js';
import { DEMO_PASSWORD, DemoPeople } from './demo-people.repository.js';

/** What everybody may know. */
@Controller('api/v1/about')
export class AboutController {
  constructor(
    private readonly people: DemoPeople,
    @Inject(CONFIG) private readonly config: RunningConfig,
  ) {}

  @Get()
  @Public('read-about', 'What a page needs before anybody signs in: the version, limits, and in the demo its people')
  @Answers(200, aboutView)
  async read(): Promise<AboutView> {
    const demo = this.config.seed !== 'empty' ? { people: await this.people.all(), password: DEMO_PASSWORD } : null;
    const { importBytes, importRows, attachmentBytes } = this.config.limits;
    return { version: '0.1.0', limits: { importBytes, importRows, attachmentBytes }, demo };
  }
}
