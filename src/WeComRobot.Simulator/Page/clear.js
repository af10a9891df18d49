const [dialog, failure] = ['clear-dialog', 'clear-failure'].map(id => document.getElementById(id));

document.getElementById('clear').addEventListener('click', () => {
  failure.hidden = true;
  dialog.showModal();
});
document.getElementById('clear-cancel').addEventListener('click', () => dialog.close());
document.getElementById('clear-confirm').addEventListener('click', async () => {
  failure.hidden = true;
  const isCleared = await fetch('simulator/messages', { method: 'DELETE' }).then(response => response.ok, () => false);
  if (isCleared) {
    dialog.close(); // the page is emptied by the event that follows
  } else {
    failure.hidden = false;
  }
});
