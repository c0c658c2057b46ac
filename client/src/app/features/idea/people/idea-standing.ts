import { computed, inject, Injectable, signal } from '@angular/core';
import { FollowersApi, type Way } from '../../../api/followers-api';
import { injectTranslate } from '../../../i18n/translate';
import { Messages } from '../../../ui/messages/messages';
import { OpenIdea } from '../open-idea';

const nothing: Readonly<Partial<Record<Way, boolean>>> = {};

/** How the person stands to the open idea. What they choose shows at once, and goes back, with a word, when it could not be kept. */
@Injectable()
export class IdeaStanding {
  private readonly api = inject(FollowersApi);
  private readonly messages = inject(Messages);
  private readonly open = inject(OpenIdea);
  private readonly t = injectTranslate();
  private readonly chosen = signal(nothing);

  /** Whether one is one of them, and how many there are. */
  readonly followers = computed(() => this.shown('followers'));
  readonly supporters = computed(() => this.shown('supporters'));

  /** Becomes one of them, or is one no more. */
  async toggle(way: Way): Promise<void> {
    if (way in this.chosen()) return;
    const { organisation, number } = this.open;
    const [where, which, wanted] = [organisation(), number(), !this.shown(way).isIn];
    this.chosen.update((chosen) => ({ ...chosen, [way]: wanted }));
    try {
      const standing = await (wanted ? this.api.join(where, which, way) : this.api.leave(where, which, way));
      const idea = this.open.idea.value();
      if (idea?.number === which && organisation() === where) this.open.idea.set({ ...idea, ...standing });
    } catch {
      this.messages.say(this.t('idea.people.failed'));
    } finally {
      this.chosen.update(({ [way]: _kept, ...others }) => others);
    }
  }

  private shown(way: Way): { readonly isIn: boolean; readonly count: number } {
    const idea = this.open.idea.value();
    const was = (way === 'followers' ? idea?.following : idea?.supported) ?? false;
    const isIn = this.chosen()[way] ?? was;
    return { isIn, count: (idea?.[way] ?? 0) + Number(isIn) - Number(was) };
  }
}
