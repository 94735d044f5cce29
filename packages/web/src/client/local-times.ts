/** Titles of moments in the time zone of whoever looks; the server, which does not know it, writes UTC. */
export function localTimes(root: ParentNode): void {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: 'medium',
    timeStyle: 'long',
  });
  for (const time of root.querySelectorAll('time[title]')) {
    const at = new Date(time.getAttribute('datetime') ?? '');
    if (!Number.isNaN(at.getTime())) time.setAttribute('title', format.format(at));
  }
}
