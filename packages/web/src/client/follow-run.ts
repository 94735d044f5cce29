import { h, render } from 'preact';
import { LiveProgress, type LiveProps } from '../pages/run/live-progress.tsx';
import { type ProgressEvent, withEvent } from '../pages/run/run-progress.ts';
import { stopwatch } from '../pages/times.ts';

/** Follows a run that is not over: draws its progress with every event, and loads the page again when it ends. */
export function followRun(root: ParentNode): void {
  tickElapsed(root);
  const place = root.querySelector<HTMLElement>('[data-live]');
  const { live, events, lost } = place?.dataset ?? {};
  if (place === null || live === undefined || events === undefined) return;
  let props = JSON.parse(live) as LiveProps;
  let drawing = 0;
  const draw = () => {
    // Many events in one frame are drawn once.
    if (drawing !== 0) return;
    drawing = requestAnimationFrame(() => {
      drawing = 0;
      drawAtEnd(place, () => render(h(LiveProgress, props), place));
    });
  };
  const source = new EventSource(`${events}?after=${props.progress.seq}&state=${props.progress.state}`);
  const notice = noticeBefore(place, lost ?? '');
  source.addEventListener('open', () => {
    notice.hidden = true;
  });
  source.addEventListener('error', () => {
    notice.hidden = false;
  });
  source.addEventListener('progress', (message) => {
    props = { ...props, progress: withEvent(props.progress, readEvent(message)) };
    draw();
  });
  source.addEventListener('state', () => location.reload());
}

/** A log that was scrolled to its end stays there; one that somebody reads stays where it is. */
function drawAtEnd(place: HTMLElement, draw: () => void): void {
  const log = place.querySelector('.log');
  const isAtEnd = log !== null && log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  draw();
  if (isAtEnd) log.scrollTop = log.scrollHeight;
}

function readEvent(message: MessageEvent<string>): ProgressEvent {
  const body = JSON.parse(message.data) as ProgressEvent['body'];
  return { seq: Number(message.lastEventId), at: new Date().toISOString(), body };
}

function noticeBefore(place: HTMLElement, text: string): HTMLElement {
  const notice = document.createElement('p');
  notice.className = 'lost';
  notice.setAttribute('role', 'status');
  notice.hidden = true;
  notice.textContent = text;
  place.before(notice);
  return notice;
}

function tickElapsed(root: ParentNode): void {
  const place = root.querySelector<HTMLElement>('[data-elapsed-since]');
  const since = Date.parse(place?.dataset['elapsedSince'] ?? '');
  if (place === null || Number.isNaN(since)) return;
  setInterval(() => {
    place.textContent = stopwatch(Date.now() - since);
  }, 1_000);
}
