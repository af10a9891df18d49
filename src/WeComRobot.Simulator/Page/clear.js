const dialog = document.getElementById('clear-dialog');

document.getElementById('clear').addEventListener('click', () => dialog.showModal());
document.getElementById('clear-cancel').addEventListener('click', () => dialog.close());
document.getElementById('clear-confirm').addEventListener('click', async () => {
  dialog.close();
  // The page is emptied by the event that follows
  await fetch('simulator/messages', { method: 'DELETE' });
});
