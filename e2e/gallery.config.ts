import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.js';

/** Pictures of every screen, to be looked at. */
export default defineConfig(journeys, { testDir: 'src/gallery', outputDir: '../dist/gallery-results' });
