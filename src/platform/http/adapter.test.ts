import { describe, expect, it } from 'vitest';
import { settleAdapter } from './adapter.ts';

describe('settleAdapter', () => {
  it('leaves the node’s own variables and none that the adapter would read by itself', () => {
    const own = { PORT: '80', INDIMAJ_URL: 'https://a.example', PATH: '/bin' };
    const variables = {
      ...own,
      HOST_HEADER: 'x-evil',
      PORT_HEADER: 'x-evil',
      ADDRESS_HEADER: 'x-evil',
      XFF_DEPTH: '9',
      ORIGIN: 'https://evil.example',
      PROTOCOL_HEADER: 'x-evil',
      BODY_SIZE_LIMIT: 'Infinity',
    };
    settleAdapter(variables);
    expect(variables).toEqual({ ...own, BODY_SIZE_LIMIT: '22020096', PROTOCOL_HEADER: 'x-forwarded-proto' });
  });
});
