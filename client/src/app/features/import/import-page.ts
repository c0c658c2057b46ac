import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'polku-import-page', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class ImportPage {}
