import { afterAll, beforeAll } from '@jest/globals';
import { Play } from './kit/play.js';
import { agreement } from './story-one/agreement.js';
import { assessment } from './story-one/assessment.js';
import { closing } from './story-one/closing.js';
import { figures } from './story-one/figures.js';
import { firstMeeting } from './story-one/first-meeting.js';
import { firstReview } from './story-one/first-review.js';
import { firstWorry } from './story-one/first-worry.js';
import { hiddenWork } from './story-one/hidden-work.js';
import { laterReviews } from './story-one/later-reviews.js';
import { team } from './story-one/team.js';

/**
 * From a first worry at school to needs met and the manager's figures, as each person in turn. The days are those of the
 * story as told, counted from the Monday of this week.
 */
const MINUTE = 60_000;

const play = new Play();

beforeAll(() => play.begin(), MINUTE);
afterAll(() => play.end());

firstWorry(play);
agreement(play);
assessment(play);
team(play);
firstMeeting(play);
firstReview(play);
hiddenWork(play);
laterReviews(play);
closing(play);
figures(play);
