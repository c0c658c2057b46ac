import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'polku-board-page', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class BoardPage {}
