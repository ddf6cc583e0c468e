// Shows what changed without a reload: fetches the page again when the server says so, and replaces its parts with data-live.
(() => {
  let busy = false;
  let again = false;

  const chosen = (field) => field.multiple
    ? [...field.options].some((option) => option.selected !== option.defaultSelected)
    : field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));

  const changed = (field) => field.tagName === 'SELECT' ? chosen(field) : field.value !== field.defaultValue;

  // Whether somebody is filling in a form there.
  const inUse = (part) => [...part.querySelectorAll('input:not([type=hidden]),select,textarea')]
    .some((field) => field === document.activeElement || changed(field));

  const replace = (part, fresh) => {
    const within = () => [...part.querySelectorAll('a,button')];
    const focused = within().indexOf(document.activeElement);
    part.innerHTML = fresh.innerHTML;
    if (focused >= 0) {
      within()[focused]?.focus();
    }
  };

  const refresh = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      const answer = await fetch(location.href);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const part of document.querySelectorAll('[data-live]')) {
        const fresh = page.getElementById(part.id);
        if (fresh && fresh.innerHTML !== part.innerHTML && !inUse(part)) {
          replace(part, fresh);
        }
      }
    } finally {
      busy = false;
      if (again) {
        again = false;
        refresh();
      }
    }
  };

  const live = new EventSource('/_live');
  live.onopen = refresh;
  live.onmessage = refresh;
})();
