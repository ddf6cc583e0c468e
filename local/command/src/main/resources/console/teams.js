// The Teams pane: what one person sees in the simulated tenant.
import { adaptiveCard, word } from './adaptive-card.js';
import { address, get, once, post, send, upload } from './api.js';
import { compose } from './compose.js';
import { modal } from './dialog.js';
import { choices, el, keep } from './dom.js';
import { file, message, newest, older, settle } from './message.js';

const CARD = 'application/vnd.microsoft.card.adaptive';
const LONGEST = 100;

export function teamsPane(app, pane) {
  let places = { teams: [], chat: null };
  let conversation = '';
  let target = { id: '', isNew: false };
  let shown = null;
  let people = {};

  const list = pane.querySelector('select.places');
  const client = pane.querySelector('select.client');
  const about = pane.querySelector('.about');
  const messages = pane.querySelector('.messages');
  const box = compose({
    label: 'Write in the channel',
    failed: app.failed,
    write: (text, { kind, id }) => (kind === 'edit'
      ? send('PATCH', 'teams/messages', { as: app.as, conversation, message: id, text })
      : post('teams/messages', { as: app.as, conversation, text, ...(kind === 'reply' ? { thread: id } : {}) }).then(said)),
    attach: (chosen, { kind, id }) => upload('teams/files', { as: app.as, conversation, name: chosen.name, ...(kind === 'reply' ? { thread: id } : {}) }, chosen),
  });
  pane.append(box.element);
  list.addEventListener('change', () => show(list.value));

  const everything = () => [...places.teams.flatMap((team) => team.channels), ...(places.chat ? [places.chat] : [])];

  const sees = (id) => everything().some((each) => each.id === id);

  const loadPlaces = once(async () => {
    const as = app.as;
    const answer = app.person.teams ? await get('teams/conversations', { as }) : { teams: [], chat: null };
    if (as !== app.as) {
      return;
    }
    places = answer;
    choices(list, [
      ...places.teams.map((team) => ({
        label: team.name,
        options: team.channels.map((each) => ({ value: each.id, label: each.displayName + (each.isArchived ? ' (archived)' : '') })),
      })),
      ...(places.chat ? [{ label: 'Chat', options: [{ value: places.chat.id, label: `Chat with ${places.chat.name}` }] }] : []),
    ], conversation);
    if (!conversation) {
      await show(everything()[0]?.id ?? '');
    }
  });

  const loadConversation = once(async () => {
    const [as, wanted] = [app.as, conversation];
    const answer = sees(wanted) ? await get(`teams/conversations/${encodeURIComponent(wanted)}`, { as }) : null;
    if (as === app.as && wanted === conversation) {
      const isGone = answer?.seen === false;
      draw(isGone ? null : answer);
      if (isGone) {
        loadPlaces().catch(app.failed);
      }
    }
  });

  const loadDialog = once(async () => {
    const as = app.as;
    const { dialog } = app.person.teams ? await get('teams/dialog', { as }) : { dialog: null };
    if (as === app.as) {
      drawDialog(dialog);
    }
  });

  /** Shows a conversation, and the message that somebody means. */
  async function show(id, of = '') {
    target = { id: of, isNew: Boolean(of) };
    if (id !== conversation) {
      conversation = id;
      shown = null;
      box.reset();
      messages.replaceChildren();
    }
    if (id && !sees(id)) {
      await loadPlaces();
    }
    list.value = id;
    await loadConversation();
  }

  function draw(answer) {
    const stays = messages.scrollTop + messages.clientHeight < messages.scrollHeight - 40 && shown !== null;
    shown = answer;
    about.replaceChildren();
    if (answer === null) {
      messages.replaceChildren(el('p', { class: 'empty' }, app.person.teams
        ? `${app.person.name} does not see this channel.`
        : `${app.person.name} has no account in Teams.`));
      box.open(false, 'Not a member');
      return;
    }
    people = answer.people;
    const description = answer.conversation.description ?? '';
    about.append(el('span', { class: 'topic', title: description }, description), ...answer.tabs.map((tab) => app.link(tab.websiteUrl, tab.displayName)));
    keep(messages, threads(answer.messages), (said) => said.key, (said) => (said.left ? older(said.left) : drawMessage(said, answer)));
    box.open(answer.writable, answer.conversation.isArchived ? 'This channel is archived' : 'Belay is not installed here');
    settle(messages, target.isNew ? target.id : '', stays);
    target.isNew = false;
  }

  /** Posts with their replies below. */
  function threads(all) {
    const roots = all.filter((said) => !said.root || said.root === said.id);
    const orphans = all.filter((said) => said.root && said.root !== said.id && !roots.some((root) => root.id === said.root));
    const replies = (root) => all.filter((said) => said.root === root.id && said.id !== root.id);
    const lines = [...roots.flatMap((root) => [root, ...replies(root)]), ...orphans].map((said) => ({ ...said, key: said.id }));
    return newest(lines, LONGEST, (said) => [said.id, said.root].includes(target.id));
  }

  function drawMessage(said, answer) {
    const isReply = Boolean(said.root) && said.root !== said.id;
    const marks = [said.edited ? 'edited' : '', said.private ? 'Only you can see this message' : ''].filter(Boolean);
    const parts = (said.attachments ?? []).map((each) => (each.contentType === CARD
      ? adaptiveCard(each.content, { link: app.link, now: app.now, people: () => [], press: (action) => press(said, action) })
      : attached(each)));
    return message({
      id: said.id,
      author: said.author.name,
      app: said.author.bot,
      time: new Date(said.created),
      marks,
      kind: said.private ? 'private' : isReply ? 'reply' : 'open',
    }, [said.text ? el('div', { class: 'block-text' }, words(said)) : null, parts], deeds(said, answer));
  }

  function attached({ contentType, contentUrl, name }) {
    return contentType === 'reference' && contentUrl
      ? file(name ?? 'file', 0, address('teams/files', { as: app.as, url: contentUrl }))
      : el('p', { class: 'hint' }, `[${name ?? contentType}]`);
  }

  /** Text with its mentions; other markup is left out, and its words stay. */
  function words({ text, textFormat }) {
    return text.split(/(<at[^>]*>.*?<\/at>)/s).flatMap((part) => {
      const mentioned = /^<at[^>]*>(.*)<\/at>$/s.exec(part);
      if (mentioned) {
        return el('span', { class: 'mention' }, plain(mentioned[1]));
      }
      return textFormat === 'plain' ? part : plain(part);
    });
  }

  /** The words of markup; the point keeps the space that it begins with. */
  const plain = (markup) => new DOMParser().parseFromString(`.${markup}`, 'text/html').body.textContent.slice(1);

  function deeds(said, answer) {
    if (said.private) {
      return [];
    }
    const act = (work) => () => work().then(told).catch(app.failed);
    const mine = said.author.id === app.person.teams;
    return [
      ...(answer.conversation.kind === 'channel' ? [['Reply', () => box.reply(said.root || said.id, said.author.name)]] : []),
      ...(answer.commands ?? []).map((each) => [each.title, act(() => post('teams/commands', { as: app.as, conversation, message: said.id, command: each.id }))]),
      ...(mine ? [
        ['Edit', () => box.edit(said.id, plain(said.text))],
        ['Delete', act(() => send('DELETE', 'teams/messages', { as: app.as, conversation, message: said.id }))],
      ] : []),
    ];
  }

  function press(said, action) {
    const how = action.type === 'Action.Execute' && client.value === 'execute' ? 'execute' : 'submit';
    post('teams/press', { as: app.as, conversation, message: said.id, action: word(action), how, inputs: {} }).then(told).catch(app.failed);
  }

  /** What the app answered to one person at once. */
  function told(answer) {
    if (answer.said) {
      app.say(answer.said, { error: Boolean(answer.error), who: 'Teams' });
    }
    return answer;
  }

  const said = (answer) => told(answer);

  function drawDialog(dialog) {
    const action = dialog?.card.actions?.find((each) => each.type === 'Action.Submit' || each.type === 'Action.Execute');
    modal('teams', dialog && {
      id: dialog.id,
      title: dialog.title,
      notice: dialog.notice,
      state: dialog,
      submit: action?.title ?? '',
      close: 'Close',
      body: (values) => adaptiveCard({ ...dialog.card, actions: dialog.card.actions?.filter((each) => each !== action && each.type === 'Action.OpenUrl') }, {
        link: app.link,
        errors: dialog.errors ?? {},
        values: values ?? dialog.values ?? {},
        people: (input) => (dialog.offered?.[input] ?? []).map((each) => ({ value: each.id, label: each.name })),
        press: () => {},
      }),
      onsubmit: async (values) => {
        const inputs = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, [].concat(value).join(',')]));
        const answer = await post('teams/dialog/submit', { as: app.as, dialog: dialog.id, action: word(action), inputs });
        told(answer);
        await loadDialog();
      },
      onclose: async () => {
        await post('teams/dialog/close', { as: app.as, dialog: dialog.id });
        await loadDialog();
      },
      failed: app.failed,
    });
  }

  return {
    show,
    async load() {
      shown = null;
      messages.replaceChildren();
      await Promise.all([loadPlaces().then(loadConversation), loadDialog()]);
    },
    async changed(change) {
      if (change.person) {
        await (change.person === app.as ? loadDialog() : null);
      } else if (change.conversation === conversation) {
        await loadConversation();
        const known = everything().find((each) => each.id === conversation);
        if (!known || ('displayName' in known && (known.displayName !== shown?.conversation.displayName || known.isArchived !== shown?.conversation.isArchived))) {
          await loadPlaces();
          await (shown === null && sees(conversation) ? loadConversation() : null);
        }
      } else if (!everything().some((each) => each.id === change.conversation)) {
        await loadPlaces();
      }
    },
  };
}
