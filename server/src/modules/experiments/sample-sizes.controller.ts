import { Controller, Get, Query } from '@nestjs/common';
import { planSample as planSampleQuery, type PlanSample, sampleSize, type SampleSize } from '#contracts';
import { Answers, Permit } from '../../platform/http/index.js';
import { planSample } from './plan-sample.js';

/** Help with planning an experiment. */
@Controller('api/v1/organisations/:organisation/sample-sizes')
export class SampleSizesController {
  @Get()
  @Permit('plan-sample', 'How much to observe for an interval as narrow as one wishes')
  @Answers(200, sampleSize, 401, 403, 404, 422)
  plan(@Query({ schema: planSampleQuery }) query: PlanSample): SampleSize {
    return planSample(query);
  }
}
