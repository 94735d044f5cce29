import { relatePath } from './path-relation.ts';

/** Whether a text that code compares the path of a request with speaks of a path: it is one, a prefix, a pattern or a part. */
export function mentionsPath(text: string, path: string): boolean {
  if (!text.startsWith('/')) return text.length > 1 && path.includes(text);
  return (
    path === text ||
    (text.length > 1 && path.startsWith(text)) ||
    (text.includes('*') && relatePath(text, path, 'ant') !== 'none')
  );
}
