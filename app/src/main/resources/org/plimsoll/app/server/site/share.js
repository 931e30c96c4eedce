// Copies the address, which is the state. Where the page comes without TLS from afar, browsers have
// no clipboard, and so there is no button.

const share = document.getElementById('share');
share.hidden = navigator.clipboard === undefined;
share.addEventListener('click', async () => {
  await navigator.clipboard.writeText(location.href);
  share.textContent = share.dataset.done;
});
