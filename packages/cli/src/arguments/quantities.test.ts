import { describe, expect, it } from 'vitest';
import { readBytes, readSeconds, readShare, readThreads } from './quantities.ts';

describe('readSeconds', () => {
  it.each([
    ['90', 90],
    ['90s', 90],
    ['30m', 1800],
    ['2H', 7200],
    [' 168h ', 604_800],
  ])('reads %j as %d seconds', (written, seconds) => expect(readSeconds(written)).toBe(seconds));

  it.each(['', '0', '-5', '1.5h', '3g', '169h', '1e3', '٣', 'h'])('takes %j for no time', (written) => {
    expect(readSeconds(written)).toBeNull();
  });
});

describe('readBytes', () => {
  it.each([
    ['512m', 512 * 1024 ** 2],
    ['4G', 4 * 1024 ** 3],
    ['1073741824', 1024 ** 3],
    ['16k', 16_384],
  ])('reads %j as %d bytes', (written, bytes) => expect(readBytes(written)).toBe(bytes));

  it.each(['', '0g', '4 g', '4gb', '2h', '999999999999999g'])('takes %j for no size', (written) => {
    expect(readBytes(written)).toBeNull();
  });
});

describe('readShare', () => {
  it.each([
    ['0', 0],
    ['1', 1],
    ['0.3', 0.3],
    ['.3', 0.3],
    ['0,3', 0.3],
    ['30%', 0.3],
    ['100%', 1],
  ])('reads %j as %d', (written, share) => expect(readShare(written)).toBe(share));

  it.each(['', '1.01', '-0.1', '101%', 'NaN', '0x1', '1e-3', '0.3.1'])('takes %j for no share', (written) => {
    expect(readShare(written)).toBeNull();
  });
});

describe('readThreads', () => {
  it.each([
    ['1', 1],
    ['1024', 1024],
    ['auto', 'auto'],
  ])('reads %j as %j', (written, threads) => expect(readThreads(written)).toBe(threads));

  it.each(['', '0', '-1', '1025', '2.5', 'all', 'AUTO'])('takes %j for no number of threads', (written) => {
    expect(readThreads(written)).toBeNull();
  });
});
