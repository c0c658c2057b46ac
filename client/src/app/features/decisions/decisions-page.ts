import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'polku-decisions-page', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class DecisionsPage {}
