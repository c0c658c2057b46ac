export { type FactProvider, FactProviders, type IdeaKnowledge } from './fact-providers.js';
export { limitOf, PATHWAY_GUARDS } from './guards.js';
export { PathwaysModule } from './pathways.module.js';
export { PathwaysRepository } from './pathways.repository.js';
export { PublishPathway } from './publish-pathway.js';
export { HELSINGBORG } from './templates/helsingborg.js';
export { addWorkingDays, subtractWorkingDays, type WorkingCalendar } from './working-days.js';
