import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'polku-ideas-page', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class IdeasPage {}
