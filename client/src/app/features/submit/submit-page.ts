import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'polku-submit-page', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class SubmitPage {}
