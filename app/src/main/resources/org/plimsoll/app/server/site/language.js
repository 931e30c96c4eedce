// The page in another language: the address as it is now, which script may have moved since the
// page came, with a language of its own.

for (const link of document.querySelectorAll('.languages a')) {
  link.addEventListener('click', () => {
    const rest = location.search.slice(1).split('&');
    const kept = rest.filter((part) => part !== '' && !part.startsWith('lang='));
    link.search = [...kept, `lang=${link.hreflang}`].join('&');
    link.hash = location.hash;
  });
}
