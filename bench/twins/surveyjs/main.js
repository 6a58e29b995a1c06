// The same questions in SurveyJS, one a page, a choice leads on. Set as fast as it goes: no delay before the next page,
// no animations, and the stylesheet that fetches no fonts.
import { Model, settings } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';
import 'survey-core/survey-core.fontless.css';

settings.autoAdvanceDelay = 0;
settings.animationEnabled = false;

const survey = new Model({
  questionsOnPageMode: 'questionPerPage',
  autoAdvanceEnabled: true,
  elements: JSON.parse(document.getElementById('questions').textContent),
});
renderSurvey(survey, document.getElementById('survey'));
