// A prerendered questionnaire of three questions, the second with boxes, in the markup of src/ui/question.rs.

const step = (id, number, choices) =>
  `<div class="step"><progress part="progress" value="${number}" max="3"></progress>
  <fieldset part="question" data-question="${id}"><legend tabindex="-1">${id}?</legend>${choices}</fieldset>
  <p hidden="" role="alert">Choose one.</p>
  <div class="nav"><button part="back" type="button">Back</button><button part="next">Next</button></div></div>`;

const choice = (type, name) => (value) =>
  `<label part="choice"><input name="${name}" value="${value}" type="${type}"><span>${value}</span></label>`;

export default [
  ['goal', step('goal', 1, ['yes', 'no'].map(choice('radio', 'goal')).join(''))],
  ['risks', step('risks', 2, ['cost', 'time'].map(choice('checkbox', 'risks')).join(''))],
  ['team', step('team', 3, ['yes', 'no'].map(choice('radio', 'team')).join(''))],
  ['.waiting.en', '<div class="step end"><p role="status" tabindex="-1">One moment.</p></div>'],
  ['.stuck.en', '<div class="step end"><p role="alert" tabindex="-1">No result here.</p><p><a part="cta">Talk to us</a></p></div>'],
];
