import { Foundation1763700000001 } from './1763700000001-foundation.js';
import { Path1763700000002 } from './1763700000002-path.js';
import { Practice1763700000003 } from './1763700000003-practice.js';
import { Telling1763700000004 } from './1763700000004-telling.js';
import { Sample1763700000005 } from './1763700000005-sample.js';
import { Experiments1763700000010 } from './1763700000010-experiments.js';
import { PastOwners1763700000011 } from './1763700000011-past-owners.js';
import { ImportAttempts1763700000012 } from './1763700000012-import-attempts.js';
import { MailPatience1763700000013 } from './1763700000013-mail-patience.js';
import { Panels1763700000020 } from './1763700000020-panels.js';
import { DecisionWatch1763700000025 } from './1763700000025-decision-watch.js';
import { FollowUp1763700000030 } from './1763700000030-follow-up.js';
import { EffectAmendments1763700000031 } from './1763700000031-effect-amendments.js';
import { Sessions1763700000032 } from './1763700000032-sessions.js';
import { MergedIdeas1763700000033 } from './1763700000033-merged-ideas.js';
import { DecidedTitles1763700000034 } from './1763700000034-decided-titles.js';
import { HotRows1763700000035 } from './1763700000035-hot-rows.js';
import { Comments1763700000036 } from './1763700000036-comments.js';
import { UndoneMoves1763700000037 } from './1763700000037-undone-moves.js';
import { Attachments1763700000038 } from './1763700000038-attachments.js';
import { Followers1763700000039 } from './1763700000039-followers.js';
import { WipLimits1763700000040 } from './1763700000040-wip-limits.js';
import { SavedViews1763700000041 } from './1763700000041-saved-views.js';
import { Presence1763700000044 } from './1763700000044-presence.js';
import { IdeaOrders1763700000046 } from './1763700000046-idea-orders.js';
import { SharedCounts1763700000047 } from './1763700000047-shared-counts.js';
import { Challenges1763700000048 } from './1763700000048-challenges.js';
import { AnswersKeptADay1763700000049 } from './1763700000049-answers-kept-a-day.js';

/** All migrations, oldest first. */
export const migrations = [
  Foundation1763700000001,
  Path1763700000002,
  Practice1763700000003,
  Telling1763700000004,
  Sample1763700000005,
  Experiments1763700000010,
  PastOwners1763700000011,
  ImportAttempts1763700000012,
  MailPatience1763700000013,
  Panels1763700000020,
  DecisionWatch1763700000025,
  FollowUp1763700000030,
  EffectAmendments1763700000031,
  Sessions1763700000032,
  MergedIdeas1763700000033,
  DecidedTitles1763700000034,
  HotRows1763700000035,
  Comments1763700000036,
  UndoneMoves1763700000037,
  Attachments1763700000038,
  Followers1763700000039,
  WipLimits1763700000040,
  SavedViews1763700000041,
  Presence1763700000044,
  IdeaOrders1763700000046,
  SharedCounts1763700000047,
  Challenges1763700000048,
  AnswersKeptADay1763700000049,
];
