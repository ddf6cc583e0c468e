// One sentence that says what to do next, and marks the button that it means.
import { el } from './dom.js';

export function guide(app, line) {
  let now = { row: null, chosen: null };

  const who = () => app.person.name?.split(' ')[0] ?? '';

  function step() {
    const { row, chosen } = now;
    if (!chosen || !row) {
      return 'open';
    }
    if (['6', '7', '8'].includes(row.state.value)) {
      return 'ended';
    }
    if (!row.x_belay_chat_slack_link?.value && !row.x_belay_chat_teams_link?.value) {
      return 'wait';
    }
    return row.assigned_to.value && row.state.value !== '1' ? 'done' : 'press';
  }

  const b = (text) => el('strong', {}, text);
  const refused = () => [' (', app.person.may, '): press ', b('Acknowledge'), ', and see what only you are told.'];
  const pressing = {
    commander: () => [', who may act: press ', b('Acknowledge'), ' on either card.'],
    responder: refused,
    unmapped: refused,
  };
  const seeing = () => [' (', app.person.may, '): see what they see of it.'];
  const looksOnly = () => app.person.servicenow === null;
  const SENTENCES = {
    open: () => (looksOnly()
      ? ['You are ', b(who()), ', whom ServiceNow does not know: be somebody else to open an incident.']
      : ['Press ', b('Open incident'), '. Belay then makes its channels in Slack and Teams, each with a card.']),
    wait: () => [b(now.row.number.value), ' is open. Belay makes its conversation …'],
    press: () => [b(now.row.number.value), ' has its conversations. You are ', b(who()), ...(pressing[app.person.role] ?? seeing)()],
    done: () => ['The record, Slack and Teams agree: ', b(now.row.assigned_to.display_value), ' has ', b(now.row.number.value),
      '. The way that it took stands below. Try it as somebody else, or let something fail under ', b('What if'), '.'],
    ended: () => [b(now.row.number.value), ' has ended: its conversation is summed up. ', looksOnly()
      ? 'Be somebody else to reopen it, or to open another incident.'
      : 'Reopen it, or open another incident.'],
  };

  function draw() {
    const next = step();
    document.body.dataset.step = next;
    const sentence = SENTENCES[next]();
    const text = sentence.map((part) => part.textContent ?? part).join('');
    if (line.textContent !== text) {
      line.replaceChildren(...sentence);
    }
  }

  return {
    person: draw,
    record(row, chosen) {
      now = { row, chosen };
      draw();
    },
  };
}
