/** Shows the buttons that copy, and lets them. Where the browser has no clipboard (plain http), the text can be selected. */
export function copyOnClick(root: ParentNode): void {
  if (navigator.clipboard === undefined) return;
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const name = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset['copy'] ?? '');
      button.textContent = button.dataset['copied'] ?? name;
      setTimeout(() => {
        button.textContent = name;
      }, 2_000);
    });
  }
}
