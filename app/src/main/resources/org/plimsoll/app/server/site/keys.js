// The list of keys: "?" opens it wherever no text is being written, and so does its button.

const list = document.getElementById('keys');
const button = document.getElementById('show-keys');

function show() {
  if (!list.open) list.showModal();
}

button.hidden = false;
button.addEventListener('click', show);
addEventListener('keydown', (event) => {
  if (event.key !== '?' || event.target.closest?.('textarea, [type="text"]')) return;
  event.preventDefault();
  show();
});
