import { expect, it } from 'vitest';
import { handedOutAs } from './model.ts';

it('hands a stranger’s bytes out as nothing that runs', () => {
  const types = {
    'text/html': 'text/plain txt',
    'application/xhtml+xml': 'text/plain txt',
    'image/svg+xml': 'text/plain txt',
    'text/javascript': 'text/plain txt',
    'application/json': 'text/plain txt',
    'application/pdf': 'application/pdf pdf',
    'image/jpeg': 'image/jpeg jpg',
    'image/png': 'image/png png',
    'application/x-msdownload': 'application/octet-stream bin',
    'application/octet-stream': 'application/octet-stream bin',
    'multipart/x-mixed-replace': 'application/octet-stream bin',
  };
  for (const [said, told] of Object.entries(types)) {
    const { mediaType, extension } = handedOutAs(said);
    expect([said, `${mediaType} ${extension}`]).toEqual([said, told]);
  }
});
