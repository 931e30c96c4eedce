// The picture as PNG: the server's SVG, drawn on a canvas and kept as a file.

const SCALE = 2;

/** @param {Element} page that holds the button, now or later */
export function pictures(page) {
  page.addEventListener('click', ({ target }) => {
    if (target.id === 'png') save(target.dataset.from);
  });
}

/** Shows the button, which does nothing without script. */
export function offer() {
  document.getElementById('png').hidden = false;
}

/** @param {string} from address of the SVG */
async function save(from) {
  const answer = await fetch(from);
  if (!answer.ok) return;
  const svg = URL.createObjectURL(new Blob([await answer.text()], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = svg;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise((done) => canvas.toBlob(done, 'image/png'));
    keep(URL.createObjectURL(png));
  } finally {
    URL.revokeObjectURL(svg);
  }
}

function keep(address) {
  const link = document.createElement('a');
  link.href = address;
  link.download = 'lab.png';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
