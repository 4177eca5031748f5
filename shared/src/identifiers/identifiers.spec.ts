import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as id from './index.js';

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((d) => d.join(''));

describe('NHS number (rule 8.1)', () => {
  it.each([
    ['943 476 5919', '943 476 5919'],
    ['9876543210', '987 654 3210'],
    ['401-023-2137', '401 023 2137'],
    ['9990000018', '999 000 0018'],
    ['9990000026', '999 000 0026'],
    ['9990000034', '999 000 0034'],
    ['9990000042', '999 000 0042'],
    ['9990000050', '999 000 0050'],
    ['9990000069', '999 000 0069'],
  ])('takes %s', (text, display) => {
    const answer = id.checkNhsNumber(text);
    expect(answer).toEqual({ ok: true, value: display.replaceAll(' ', ''), display });
  });

  it.each([
    ['943 476 5918', 'NHS_NUMBER_CHECK'],
    ['1111111111', 'NHS_NUMBER_REPEATED'],
    ['0000000000', 'NHS_NUMBER_REPEATED'],
    ['943476591', 'NHS_NUMBER_LENGTH'],
    ['94347659190', 'NHS_NUMBER_LENGTH'],
    ['943476591O', 'NHS_NUMBER_FORMAT'],
    ['', 'NHS_NUMBER_FORMAT'],
  ])('refuses %p as %s', (text, code) => expect(id.checkNhsNumber(text)).toMatchObject({ ok: false, code }));

  it('no number begins 999 123 456, whose check would be 10', () => {
    expect(id.nhsCheckDigit('999123456')).toBeNull();
    for (let last = 0; last <= 9; last += 1) expect(id.checkNhsNumber(`999123456${last}`).ok).toBe(false);
  });

  it('one wrong digit is always noticed', () => {
    fc.assert(
      fc.property(digits(9), fc.nat(9), fc.integer({ min: 1, max: 9 }), (nine, at, by) => {
        const check = id.nhsCheckDigit(nine);
        fc.pre(check !== null);
        const number = `${nine}${check}`;
        const wrong = [...number].map((d, i) => (i === at ? (Number(d) + by) % 10 : d)).join('');
        expect(id.checkNhsNumber(wrong).ok).toBe(false);
      }),
    );
  });

  it('invented people have numbers from 999', () => {
    expect(id.isTestNhsNumber('9990000018')).toBe(true);
    expect(id.isTestNhsNumber('9434765919')).toBe(false);
  });

  it('no number is both an NHS number and a ULN', () => {
    fc.assert(
      fc.property(digits(10), (text) => {
        expect(id.checkNhsNumber(text).ok && id.checkUln(text).ok).toBe(false);
      }),
    );
  });
});

describe('UPN (rule 8.2)', () => {
  it.each([
    ['B801200005001', false],
    ['Y879412326001', false],
    ['X87941232601A', true],
    ['H81620000100B', true],
    ['b801 2000 05001', false],
  ])('takes %s (temporary: %p)', (text, temporary) =>
    expect(id.checkUpn(text)).toMatchObject({ ok: true, temporary }),
  );

  it('works out P for 207000016049, whatever a vendor page says', () => {
    expect(id.upnCheckLetter('207000016049')).toBe('P');
    expect(id.checkUpn('P207000016049').ok).toBe(true);
    expect(id.checkUpn('Q207000016049')).toMatchObject({ code: 'UPN_CHECK' });
  });

  it.each([
    ['B80120000500', 'UPN_LENGTH'],
    ['I801200005001', 'UPN_FORMAT'],
    ['S801200005001', 'UPN_FORMAT'],
    ['X87941232601O', 'UPN_FORMAT'],
    ['8801200005001', 'UPN_FORMAT'],
    ['A801200005001', 'UPN_CHECK'],
  ])('refuses %s as %s', (text, code) => expect(id.checkUpn(text)).toMatchObject({ ok: false, code }));
});

describe('ULN (rule 8.3)', () => {
  it.each(['9276308686', '1000000019', '1000000027', '1234567899'])('takes %s', (text) =>
    expect(id.checkUln(text)).toEqual({ ok: true, value: text, display: text }),
  );

  it.each([
    ['9999999999', 'ULN_PLACEHOLDER'],
    ['0276308686', 'ULN_FORMAT'],
    ['927630868', 'ULN_FORMAT'],
    ['9276308687', 'ULN_CHECK'],
  ])('refuses %s as %s', (text, code) => expect(id.checkUln(text)).toMatchObject({ ok: false, code }));
});

describe('National Insurance number (rule 8.4)', () => {
  it('takes spaces and small letters', () =>
    expect(id.checkNino('ab 12 34 56 c')).toEqual({
      ok: true,
      value: 'AB123456C',
      display: 'AB 12 34 56 C',
    }));

  it.each(['QQ123456C', 'BG123456A', 'ZZ123456A', 'AO123456A', 'AB123456E', 'AB12345C', 'DA123456A', ''])(
    'refuses %p',
    (text) => expect(id.checkNino(text)).toMatchObject({ ok: false, code: 'NINO_FORMAT' }),
  );
});

describe('postcode (rule 8.5)', () => {
  it.each([
    ['m11aa', 'M1 1AA'],
    ['M60 1NW', 'M60 1NW'],
    ['cr26xh', 'CR2 6XH'],
    ['DN55 1PT', 'DN55 1PT'],
    ['w1a 1hq', 'W1A 1HQ'],
    ['EC1A  1BB', 'EC1A 1BB'],
    ['gir 0aa', 'GIR 0AA'],
    ['bf1 2at', 'BF1 2AT'],
  ])('%s is written %s', (text, value) =>
    expect(id.checkPostcode(text)).toMatchObject({ ok: true, value, display: value, pseudo: false }),
  );

  it('knows the two that stand for no address', () => {
    expect(id.checkPostcode('zz993vz')).toMatchObject({ value: 'ZZ99 3VZ', pseudo: true });
    expect(id.checkPostcode('ZZ99 3WZ')).toMatchObject({ value: 'ZZ99 3WZ', pseudo: true });
  });

  it.each(['PL1', 'PL1 2A', 'PL1 2CA', 'PL1 2AO', '1PL 2AB', 'PLL1 2AB', 'P 2AB', '', 'PL123 4AB'])(
    'refuses %p',
    (text) => expect(id.checkPostcode(text)).toMatchObject({ ok: false, code: 'POSTCODE_FORMAT' }),
  );
});

describe('phone (rule 8.5)', () => {
  it.each([
    ['01632 960001', '+441632960001', '01632 960001', false],
    ['(01632) 960-001', '+441632960001', '01632 960001', false],
    ['07700 900123', '+447700900123', '07700 900123', true],
    ['+44 (0)20 7946 0000', '+442079460000', '020 7946 0000', false],
    ['0044 113 496 0012', '+441134960012', '0113 496 0012', false],
    ['447700900999', '+447700900999', '07700 900999', true],
    ['7700900999', '+447700900999', '07700 900999', true],
    ['0300 123 4567', '+443001234567', '0300 123 4567', false],
    ['+33 1 99 00 12 34', '+33199001234', '+33199001234', false],
    ['07012 345678', '+447012345678', '07012 345678', false],
  ])('%s is stored %s', (text, value, display, mobile) =>
    expect(id.checkPhone(text)).toEqual({ ok: true, value, display, mobile }),
  );

  it.each([
    ['0909 879 0000', 'PHONE_PREMIUM'],
    ['+44 909 879 0000', 'PHONE_PREMIUM'],
    ['07700 90012', 'PHONE_LENGTH'],
    ['077009001234', 'PHONE_LENGTH'],
    ['960001', 'PHONE_LENGTH'],
    ['+1 23', 'PHONE_LENGTH'],
    ['call mum', 'PHONE_FORMAT'],
    ['', 'PHONE_FORMAT'],
  ])('refuses %p as %s', (text, code) => expect(id.checkPhone(text)).toMatchObject({ ok: false, code }));

  it('what is shown is stored the same when typed again', () => {
    fc.assert(
      fc.property(digits(9), (rest) => {
        const first = id.checkPhone(`07${rest}`);
        fc.pre(first.ok);
        expect(first.ok && id.checkPhone(first.display)).toEqual(first);
      }),
    );
  });
});

describe('e-mail and UPRN (rule 8.5)', () => {
  it('keeps the name as typed and lowers the domain', () =>
    expect(id.checkEmail(' Mia.Ames+home@Example.ORG ')).toMatchObject({
      value: 'Mia.Ames+home@example.org',
    }));

  it.each([
    'mia',
    'mia@',
    '@example.org',
    'mia@example',
    'mi a@example.org',
    'mia..a@example.org',
    'a@b@example.org',
    '',
  ])('refuses %p', (text) => expect(id.checkEmail(text)).toMatchObject({ ok: false, code: 'EMAIL_FORMAT' }));

  it('refuses an address longer than mail allows', () =>
    expect(id.checkEmail(`${'a'.repeat(65)}@example.org`).ok).toBe(false));

  it('leading noughts of a UPRN mean nothing', () => {
    expect(id.checkUprn('000123')).toMatchObject({ value: '123' });
    expect(id.checkUprn('1234567890123')).toMatchObject({ code: 'UPRN_FORMAT' });
    expect(id.checkUprn('0').ok).toBe(false);
  });
});
