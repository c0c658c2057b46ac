import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header, Inject } from '@nestjs/common';
import { z } from 'zod';
import { CONFIG, type RunningConfig } from '../config/index.js';
import { Answers, AnswersFile, Public } from '../http/index.js';
import type { ApiDocument } from './api-document.js';
import { referencePage } from './reference-page.js';
import { ServedDocument } from './served-document.js';

/** What the API is: a document for machines, and the same as a page. */
@Controller('api')
export class ReferenceController {
  private page: string | null = null;

  constructor(
    private readonly document: ServedDocument,
    @Inject(CONFIG) private readonly config: RunningConfig,
  ) {}

  @Get('openapi.json')
  @Public('read-openapi', 'This API as an OpenAPI document: it is the same everywhere and holds nothing of anybody')
  @Answers(200, z.record(z.string(), z.unknown()))
  readDocument(): object {
    return this.document.read();
  }

  @Get('docs')
  @Public('read-reference', 'This API as a page to read: it is the same everywhere and holds nothing of anybody')
  @AnswersFile('text/html')
  @Header('Content-Type', 'text/html; charset=utf-8')
  readPage(): string {
    this.page ??= referencePage(this.document.read() as unknown as ApiDocument, [...stylesOf(this.config.clientFolder), '/api-docs.css']);
    return this.page;
  }
}

/** The style sheets of the built client, which bring its tokens and its font; none where it is not built. */
function stylesOf(folder: string): string[] {
  let page: string;
  try {
    page = readFileSync(join(folder, 'index.html'), 'utf8');
  } catch {
    return [];
  }
  return [...page.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, file = '']) => `/${file}`);
}
