import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AboutView, EditMe, MeView, SignIn } from '#contracts';
import { aboutAddress, meAddress, sessionAddress } from './address';

/** The person: signing in and out, and who it is. */
@Injectable({ providedIn: 'root' })
export class SessionApi {
  private readonly http = inject(HttpClient);

  /** Fails with `not-signed-in` when nobody is signed in. */
  read(): Promise<MeView> {
    return firstValueFrom(this.http.get<MeView>(sessionAddress));
  }

  signIn(input: SignIn): Promise<MeView> {
    return firstValueFrom(this.http.post<MeView>(sessionAddress, input));
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.delete(sessionAddress));
  }

  editMe(input: EditMe): Promise<MeView> {
    return firstValueFrom(this.http.patch<MeView>(meAddress, input));
  }

  /** What a visitor may know: the version, and the people of the demo. */
  about(): Promise<AboutView> {
    return firstValueFrom(this.http.get<AboutView>(aboutAddress));
  }
}
