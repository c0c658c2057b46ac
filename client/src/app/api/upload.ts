import { problemOf } from './problem-error';

/** How a file is sent. */
export interface Upload {
  readonly key: string;
  /** Hears how much of it has been sent, from 0 to 1. */
  readonly progress: (share: number) => void;
  /** Breaks the sending off. */
  readonly signal: AbortSignal;
}

/** Sends a file as it is. `fetch`, by which everything else is sent, does not tell how far it is. @throws ProblemError */
export const upload = <Answer>(to: string, file: File, { key, progress, signal }: Upload): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', to);
    request.responseType = 'json';
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Idempotency-Key', key);
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as Answer);
      else reject(problemOf(request.status, request.response));
    };
    const fail = (): void => reject(problemOf(0, null));
    request.onerror = fail;
    request.onabort = fail;
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
