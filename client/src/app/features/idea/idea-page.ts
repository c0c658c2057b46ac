import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'polku-idea-page', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class IdeaPage {}
